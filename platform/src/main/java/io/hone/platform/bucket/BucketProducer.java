package io.hone.platform.bucket;

import io.hone.contracts.ObjectKeys;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.S3ObjectStore;
import io.minio.MinioClient;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

@ApplicationScoped
class BucketProducer {

    /** Servers may be silent for a while when they write a large object. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** At start-up, so that a configuration that cannot work is told at once. */
    @Startup
    @Produces
    @Singleton
    Buckets buckets(BucketConfig config) {
        MinioClient client = BucketClients.open(config, PATIENCE);
        return new Buckets(new S3ObjectStore(client, ObjectKeys.MODELS), new S3ObjectStore(client, ObjectKeys.IMAGES));
    }

    @Produces
    @Singleton
    OtherBuckets otherBuckets(BucketConfig config) {
        MinioClient client = BucketClients.open(config, PATIENCE);
        return bucket -> new S3ObjectStore(client, bucket);
    }

    @Produces
    @Singleton
    ModelRegistry registry(Buckets buckets) {
        return new ModelRegistry(buckets.models());
    }
}

package io.hone.platform.bucket;

import io.hone.contracts.ObjectKeys;
import io.minio.BucketExistsArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when both buckets are there. Made at the start: its client reads all certificates, and whoever asks first would
 * have an event loop wait for that.
 */
@Readiness
@Startup
@Singleton
class BucketCheck implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String endpoint;
    private final MinioClient client;

    BucketCheck(BucketConfig config) {
        this.endpoint = config.endpoint();
        this.client = BucketClients.open(config, PATIENCE);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("bucket").withData("endpoint", endpoint);
        try {
            for (String bucket : List.of(ObjectKeys.MODELS, ObjectKeys.IMAGES)) {
                if (!client.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build())) {
                    return response.down()
                            .withData("reason", "bucket '%s' does not exist: create it".formatted(bucket))
                            .build();
                }
            }
            return response.up().build();
        } catch (MinioException | IllegalStateException e) {
            // The client wraps a refused connection in an IllegalStateException here.
            return response.down()
                    .withData(
                            "reason",
                            "the S3 server does not answer as it should (%s): is it up, and are HONE_BUCKET_ENDPOINT, HONE_BUCKET_ACCESS_KEY and HONE_BUCKET_SECRET_KEY right?"
                                    .formatted(e.getMessage()))
                    .build();
        }
    }
}

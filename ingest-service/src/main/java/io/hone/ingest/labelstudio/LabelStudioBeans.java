package io.hone.ingest.labelstudio;

import io.hone.platform.bucket.Buckets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@ApplicationScoped
class LabelStudioBeans {

    @Produces
    @Singleton
    Annotations annotations(Buckets buckets) {
        return new Annotations(buckets.images());
    }
}

package io.hone.platform.bucket;

import io.hone.registry.store.ObjectStore;

/** Buckets of the configured S3 server that are not Hone's own; whether one may be used is for its user to check. */
@FunctionalInterface
public interface OtherBuckets {

    ObjectStore named(String bucket);
}

package io.hone.ingest.fetch;

import io.hone.registry.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** Fetches objects {@code s3://bucket/key} from the S3 server that Hone itself uses. */
final class BucketFetch {

    private final FetchRules rules;
    private final Function<String, ObjectStore> buckets;

    BucketFetch(FetchRules rules, Function<String, ObjectStore> buckets) {
        this.rules = rules;
        this.buckets = buckets;
    }

    byte[] fetch(Destination given, int mostBytes, Deadline deadline) {
        Destination destination = rules.check(given);
        String path = destination.uri().getPath();
        if (path == null || path.length() < 2) {
            throw FetchException.refused("%s names no object".formatted(destination.shown()));
        }
        ObjectStore bucket = buckets.apply(destination.uri().getRawAuthority());
        try (InputStream in = bucket.open(path.substring(1))
                .orElseThrow(() -> FetchException.refused("%s is not there".formatted(destination.shown())))) {
            return new BoundedBody(mostBytes, deadline).read(destination, in);
        } catch (IOException e) {
            throw FetchException.forNow("%s cannot be read: %s".formatted(destination.shown(), e.getMessage()), e);
        }
    }
}

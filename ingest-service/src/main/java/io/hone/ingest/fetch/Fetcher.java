package io.hone.ingest.fetch;

import io.hone.registry.store.ObjectStore;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;

/** Fetches from addresses that strangers may have chosen, within the rules and limits that operators have set. */
public final class Fetcher implements AutoCloseable {

    private final FetchLimits limits;
    private final WebFetch web;
    private final BucketFetch buckets;

    /**
     * @param names who knows the addresses of names
     * @param buckets of the S3 server, by name
     */
    Fetcher(FetchRules rules, FetchLimits limits, DnsResolver names, Function<String, ObjectStore> buckets) {
        this.limits = limits;
        this.web = new WebFetch(rules, limits, names);
        this.buckets = new BucketFetch(rules, buckets);
    }

    /**
     * What lies at an address: {@code https://…}, {@code http://…} or {@code s3://bucket/key}.
     *
     * @throws FetchException if it is not allowed, not there, larger than {@code mostBytes}, or not there in time
     * @throws io.hone.registry.store.ObjectStoreException if the S3 server is away
     */
    public byte[] fetch(String address, int mostBytes) {
        Deadline deadline = Deadline.in(limits.total());
        Destination destination = Destination.of(address);
        return destination.isBucket()
                ? buckets.fetch(destination, mostBytes, deadline)
                : web.fetch(destination, mostBytes, deadline);
    }

    @Override
    public void close() {
        web.close();
    }
}

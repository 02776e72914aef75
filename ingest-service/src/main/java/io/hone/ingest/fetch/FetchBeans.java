package io.hone.ingest.fetch;

import io.hone.platform.bucket.OtherBuckets;
import io.hone.platform.settings.NamedVariables;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.eclipse.microprofile.config.Config;

/** Puts the fetcher together, at start-up: a setting that cannot be used stops the start. */
@ApplicationScoped
class FetchBeans {

    private static final String HEADERS = "hone.fetch-headers";

    @Startup
    @Produces
    @Singleton
    Fetcher fetcher(
            FetchConfig config, FetchHeadersConfig headers, @All List<KnownOrigins> tools, OtherBuckets buckets) {
        List<KnownOrigin> known = Stream.concat(
                        tools.stream().flatMap(tool -> tool.origins().stream()),
                        headers.headers().entrySet().stream().map(entry -> known(entry.getKey(), entry.getValue())))
                .toList();
        return new Fetcher(
                FetchRules.of(config, known), config.limits(), SystemDefaultDnsResolver.INSTANCE, buckets::named);
    }

    void check(@Observes StartupEvent event, Config config, FetchHeadersConfig headers) {
        NamedVariables.requireKnown(
                config, HEADERS, headers.headers().keySet(), FetchHeadersConfig.OpeningHeader.class);
    }

    private static KnownOrigin known(String name, FetchHeadersConfig.OpeningHeader header) {
        String prefix = HEADERS + "." + name;
        return new KnownOrigin(
                Origin.of(prefix + ".address", header.address()),
                Optional.of(
                        KnownOrigin.Header.of(prefix + ".header", header.header(), prefix + ".value", header.value())),
                false);
    }

    void close(@Disposes Fetcher fetcher) {
        fetcher.close();
    }
}

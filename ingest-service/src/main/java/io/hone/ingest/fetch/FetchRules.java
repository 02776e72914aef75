package io.hone.ingest.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What may be fetched.
 *
 * @param schemes of {@code http}, {@code https}, {@code s3}
 * @param known servers that operators have named themselves
 */
record FetchRules(Set<String> schemes, Hosts hosts, Networks networks, List<KnownOrigin> known, Set<String> buckets) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "s3");

    FetchRules {
        schemes = Set.copyOf(schemes);
        known = List.copyOf(known);
        buckets = Set.copyOf(buckets);
    }

    /** @throws IllegalArgumentException if a setting cannot be used; the message names it, its value and what it must be */
    static FetchRules of(FetchConfig config, List<KnownOrigin> known) {
        Set<String> schemes = config.schemes().stream()
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!SCHEMES.containsAll(schemes)) {
            throw new IllegalArgumentException(
                    "hone.fetch.schemes is %s, must be of http, https and s3".formatted(config.schemes()));
        }
        return new FetchRules(
                schemes,
                setting("hosts", () -> new Hosts(config.hosts().orElse(List.of()))),
                setting(
                        "private-networks",
                        () -> new Networks(config.privateNetworks().orElse(List.of()).stream()
                                .map(Network::of)
                                .toList())),
                known,
                Set.copyOf(config.buckets().orElse(List.of())));
    }

    private static <T> T setting(String key, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hone.fetch.%s: %s".formatted(key, e.getMessage()), e);
        }
    }

    /** @throws FetchException if it is not allowed; of a name, only its resolution tells whether it may be connected to */
    Destination check(Destination destination) {
        if (destination.isBucket()) {
            return checkBucket(destination);
        }
        if (known(destination).isPresent()) {
            return destination;
        }
        requireScheme(destination);
        Origin origin = destination.origin();
        if (!hosts.include(origin.host())) {
            throw FetchException.refused("nothing is fetched from host '%s': add it to hone.fetch.hosts if it may be"
                    .formatted(origin.host()));
        }
        Network.literal(unbracketed(origin.host()))
                .ifPresent(address -> requireNetwork(origin.host(), origin.port(), address));
        return destination;
    }

    private Destination checkBucket(Destination destination) {
        requireScheme(destination);
        String bucket = destination.uri().getRawAuthority();
        if (!buckets.contains(bucket)) {
            throw FetchException.refused(
                    "nothing is fetched from bucket '%s': add it to hone.fetch.buckets if it may be".formatted(bucket));
        }
        return destination;
    }

    private void requireScheme(Destination destination) {
        if (!schemes.contains(destination.scheme())) {
            throw FetchException.refused("nothing is fetched by '%s': hone.fetch.schemes allows %s"
                    .formatted(destination.scheme(), schemes.stream().sorted().toList()));
        }
    }

    /** @throws FetchException if the host's address is a reserved one */
    void requireNetwork(String host, int port, InetAddress address) {
        boolean free = known.stream()
                .filter(KnownOrigin::anyNetwork)
                .map(KnownOrigin::origin)
                .anyMatch(
                        each -> each.port() == port && unbracketed(each.host()).equalsIgnoreCase(unbracketed(host)));
        if (!free && !networks.mayConnectTo(address)) {
            throw FetchException.refused(
                    "host '%s' is at %s, in a reserved network: hone.fetch.private-networks can allow it"
                            .formatted(host, address.getHostAddress()));
        }
    }

    Optional<KnownOrigin.Header> headerFor(Destination destination) {
        return known(destination).flatMap(KnownOrigin::header);
    }

    private Optional<KnownOrigin> known(Destination destination) {
        Origin origin = destination.origin();
        return known.stream().filter(each -> each.origin().equals(origin)).findFirst();
    }

    static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}

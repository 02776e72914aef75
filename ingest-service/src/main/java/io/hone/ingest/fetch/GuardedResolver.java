package io.hone.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the HTTP client, and lets it see only addresses that may be connected to. The client connects to
 * what it gets here and looks nothing up itself: a name that changes its address between a check and the connection has
 * no gap to slip through.
 */
final class GuardedResolver implements DnsResolver {

    private final FetchRules rules;
    private final DnsResolver names;

    /** @param names who knows the addresses of names */
    GuardedResolver(FetchRules rules, DnsResolver names) {
        this.rules = rules;
        this.names = names;
    }

    /** All of a host's addresses must be allowed: one that answers with both kinds is up to something. */
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(FetchRules.unbracketed(host));
        for (InetAddress address : addresses) {
            rules.requireNetwork(host, port, address);
        }
        return Stream.of(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host + ": without a port nothing is known to be allowed");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

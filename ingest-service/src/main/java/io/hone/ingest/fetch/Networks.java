package io.hone.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which IP addresses are the public internet's, by IANA's registries of special-purpose addresses for IPv4 and IPv6. An
 * IPv4 address that came mapped into IPv6 is an IPv4 address here: Java makes it one.
 *
 * @param allowed of the reserved ones, those that may be connected to all the same
 */
record Networks(List<Network> allowed) {

    private static final List<Network> RESERVED = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Tunnels (Teredo, 6to4) lead to IPv4 addresses that nobody would have looked at.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All of IPv6 that is given out; what lies outside is local, multicast, translated, or nothing yet. */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    Networks {
        allowed = List.copyOf(allowed);
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    boolean mayConnectTo(InetAddress address) {
        return isPublic(address) || allowed.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_IPV6.contains(address))
                && RESERVED.stream().noneMatch(network -> network.contains(address));
    }
}

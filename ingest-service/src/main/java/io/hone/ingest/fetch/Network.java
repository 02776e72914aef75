package io.hone.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param first in network byte order: 4 bytes, or 16
 * @param bits that all of its addresses have in common
 */
record Network(byte[] first, int bits) {

    private static final Pattern IPV4 = Pattern.compile("((0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    Network {
        first = first.clone();
        if (bits < 0 || bits > first.length * 8) {
            throw new IllegalArgumentException(
                    "its prefix is %d, must be between 0 and %d".formatted(bits, first.length * 8));
        }
    }

    /** @throws IllegalArgumentException if it is no range, or is one of IPv4 written as IPv6 */
    static Network of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length == 2 && BITS.matcher(parts[1]).matches()) {
            InetAddress address = literal(parts[0]).orElseThrow(() -> notOne(text));
            return new Network(address.getAddress(), Integer.parseInt(parts[1]));
        }
        throw notOne(text);
    }

    private static IllegalArgumentException notOne(String text) {
        return new IllegalArgumentException("'%s' is no network such as 10.0.0.0/8 or fd00::/8".formatted(text));
    }

    /**
     * The address that a text spells in the one usual way: no octal, hexadecimal or shortened forms, which readers take
     * differently. Empty for what is no address; a name is never looked up.
     */
    static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != first.length) {
            return false;
        }
        int whole = bits / 8;
        int mask = 0xFF << (8 - bits % 8);
        return Arrays.equals(first, 0, whole, other, 0, whole)
                && (bits % 8 == 0 || ((first[whole] ^ other[whole]) & mask & 0xFF) == 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && bits == network.bits && Arrays.equals(first, network.first);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(first) + bits;
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(first).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

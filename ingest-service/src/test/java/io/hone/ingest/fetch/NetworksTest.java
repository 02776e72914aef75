package io.hone.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private static final Networks NONE = new Networks(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "4000::1"
            })
    void reservedAddressesAreNotConnectedTo(String address) throws UnknownHostException {
        assertThat(NONE.mayConnectTo(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "223.255.255.254",
                "::ffff:8.8.8.8",
                "2606:4700::1111",
                "2001:4860:4860::8888"
            })
    void publicAddressesAre(String address) throws UnknownHostException {
        assertThat(NONE.mayConnectTo(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void whatIsAllowedIsThatNetworkAlone() throws UnknownHostException {
        // Given
        Networks networks = new Networks(List.of(Network.of("10.1.0.0/17"), Network.of("fd00::/9")));

        // Then
        assertThat(networks.mayConnectTo(InetAddress.getByName("10.1.127.255"))).isTrue();
        assertThat(networks.mayConnectTo(InetAddress.getByName("::ffff:10.1.0.1")))
                .isTrue();
        assertThat(networks.mayConnectTo(InetAddress.getByName("10.1.128.0"))).isFalse();
        assertThat(networks.mayConnectTo(InetAddress.getByName("fd7f::1"))).isTrue();
        assertThat(networks.mayConnectTo(InetAddress.getByName("fd80::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "010.0.0.0/8", "localhost/8", "::/129", "fd00::/-1"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "256.0.0.1", "1.2.3.4.5", "1.2.3.", "a"})
    void anUnusualSpellingIsNoAddress(String text) {
        assertThat(Network.literal(text)).isEmpty();
    }
}

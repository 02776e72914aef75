package io.hone.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    /** Every host by name, none by network but the public one. */
    private static final FetchRules OPEN = new FetchRules(
            Set.of("http", "https"), new Hosts(List.of("*")), new Networks(List.of()), List.of(), Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "images/1.jpg",
                "//example.org/1.jpg",
                "http:",
                "http:///1.jpg",
                "http://",
                "https://example.org:port/",
                "http://user@example.org/",
                "http://user:password@example.org/",
                "http://example.org@127.0.0.1/",
                "http://example.org\\@127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://017700000001/",
                "http://1.2.3.4.5/",
                "http://exa_mple.org/",
                "http://exa mple.org/",
                "http://example.org%00.evil.test/",
                "http://example.org/\r\nX: y",
                "http://[::1/",
                "http://[::1%25lo]/",
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fe80::1]:8080/",
                "http://[0:0:0:0:0:ffff:7f00:1]/",
                "file:///etc/passwd",
                "ftp://example.org/1.jpg",
                "jar:http://example.org/1.jar!/1.jpg",
                "gopher://example.org/",
                "data:image/png;base64,AAAA",
                "gs://bucket/key",
                "s3://bucket/key"
            })
    void whatIsNotAllowedOrCanBeReadInTwoWaysIsRefused(String address) {
        assertThatThrownBy(() -> OPEN.check(Destination.of(address)))
                .isInstanceOfSatisfying(FetchException.class, refusal -> assertThat(refusal.isLasting())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/1.jpg",
                "https://EXAMPLE.org:8443/a/b.jpg?X-Signature=a%2Bb&c=d",
                "http://8.8.8.8/",
                "http://[2606:4700::1111]/",
                "HTTPS://example.org/"
            })
    void anAddressOfThePublicInternetIsTaken(String address) {
        assertThat(OPEN.check(Destination.of(address))).isNotNull();
    }

    @Test
    void namesOfFilesAreTakenAsToolsWriteThem() {
        // When
        Destination destination = Destination.of("https://example.org/Blüten im März/№ 1.jpg");

        // Then
        assertThat(destination.uri()).hasToString("https://example.org/Bl%C3%BCten%20im%20M%C3%A4rz/%E2%84%96%201.jpg");
    }

    @Test
    void anAddressTooLongIsRefused() {
        assertThatThrownBy(() -> Destination.of("https://example.org/" + "x".repeat(5_000)))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("at most 4096");
    }

    @Test
    void signaturesAndPasswordsAreInNoMessage() {
        // Given
        Destination destination = Destination.of("https://example.org/1.jpg?X-Signature=geheim#part");

        // Then
        assertThat(destination.shown()).isEqualTo("https://example.org/1.jpg");
        assertThatThrownBy(() -> Destination.of("http://user:geheim@example.org/"))
                .isInstanceOf(FetchException.class)
                .message()
                .doesNotContain("geheim");
    }

    @Test
    void hostsAreAllowedByNameOrBelowOne() {
        // Given
        Hosts hosts = new Hosts(List.of("images.example.org", "*.CDN.example"));

        // Then
        assertThat(List.of("images.example.org", "a.cdn.example", "b.a.cdn.example"))
                .allMatch(hosts::include);
        assertThat(List.of("example.org", "x.images.example.org", "cdn.example", "evilcdn.example", "cdn.example.evil"))
                .noneMatch(hosts::include);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*example.org", "https://example.org", "example.org:80", "example.*", "exa mple.org"})
    void whatIsNoHostIsRefused(String pattern) {
        assertThatThrownBy(() -> new Hosts(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + pattern + "'");
    }
}

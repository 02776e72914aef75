package io.hone.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchSettingsTest {

    @Test
    void aLimitOutOfItsRangeIsNamed() {
        assertThatThrownBy(
                        () -> new FetchLimits(11, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessage("hone.fetch.most-redirects is 11, must be between 0 and 10");
        assertThatThrownBy(
                        () -> new FetchLimits(1, Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofSeconds(1)))
                .hasMessageContaining("hone.fetch.read-timeout is PT2M, must be between");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tool.example.org", "ftp://tool.example.org", "http://", "https://u:geheim@tool.example.org"
            })
    void anAddressThatIsNoneIsNamedWithoutItsPassword(String address) {
        assertThatThrownBy(() -> Origin.of("hone.fetch-headers.name.address", address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hone.fetch-headers.name.address")
                .message()
                .doesNotContain("geheim");
    }

    @Test
    void anOriginIsSchemeHostAndPort() {
        assertThat(Origin.of("key", "https://Tool.example.org/path"))
                .isEqualTo(new Origin("https", "tool.example.org", 443))
                .isNotEqualTo(Origin.of("key", "http://tool.example.org"));
        assertThat(Origin.of("key", "http://tool.example.org:8080").port()).isEqualTo(8080);
    }

    @Test
    void aHeaderThatWouldBecomeTwoIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> KnownOrigin.Header.of("name", "Authorization", "key", "geheim\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key has 12 characters")
                .message()
                .doesNotContain("geheim");
        assertThat(KnownOrigin.Header.of("name", "Authorization", "key", "Token geheim"))
                .asString()
                .doesNotContain("geheim");
    }
}

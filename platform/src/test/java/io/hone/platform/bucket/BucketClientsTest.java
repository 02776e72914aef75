package io.hone.platform.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketClientsTest {

    private record Config(String endpoint, String accessKey, String secretKey, String region) implements BucketConfig {}

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9000", "ftp://localhost", "http://", "http://a b", ""})
    void refusesWhatIsNoAddress(String endpoint) {
        assertThatThrownBy(() -> open(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hone.bucket.endpoint is '%s'", endpoint)
                .hasMessageContaining("HONE_BUCKET_ENDPOINT");
    }

    @Test
    void takesAnAddress() throws Exception {
        assertThat(open("http://localhost:9000")).isNotNull();
    }

    private static AutoCloseable open(String endpoint) {
        return BucketClients.open(new Config(endpoint, "key", "secret", "us-east-1"), Duration.ofSeconds(1));
    }
}

package io.hone.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpJsonTest {

    record Answer(Instant at, Optional<String> group) {}

    @Test
    void writesAsContractsDo() throws Exception {
        // Given what Quarkus hands over
        ObjectMapper mapper = new ObjectMapper();

        // When
        new HttpJson().customize(mapper);

        // Then
        assertThat(mapper.writeValueAsString(new Answer(Instant.EPOCH, Optional.empty())))
                .isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\"}");
    }
}

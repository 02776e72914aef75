package io.hone.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelUriTest {

    private static final URI SERVICE = URI.create("http://localhost:8082");

    @Test
    void aModelsNameIsOnePartOfThePath() {
        assertThat(ModelUri.of(SERVICE, "a b/c?d", "runs")).hasToString(SERVICE + "/v1/models/a%20b%2Fc%3Fd/runs");
        assertThat(ModelUri.of(SERVICE, "plants", "")).hasToString(SERVICE + "/v1/models/plants");
    }

    @Test
    void whatIsAskedArrivesAsItIs() {
        // When
        URI uri = ModelUri.of(SERVICE, "plants", "recipe", Map.of("reason", "1 + 1 = 2 & more?", "by", "ada"));

        // Then
        assertThat(uri).hasToString(SERVICE + "/v1/models/plants/recipe?by=ada&reason=1+%2B+1+%3D+2+%26+more%3F");
    }
}

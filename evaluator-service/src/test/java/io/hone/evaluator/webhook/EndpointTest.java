package io.hone.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints as operators set them up: by environment. */
class EndpointTest {

    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "HONE_WEBHOOKS_OPS_URL", "https://ops.example.org/hone", "HONE_WEBHOOKS_OPS_SECRET", "whsec_" + SECRET));

    @Test
    void withoutMoreAnEndpointHearsOfEverything() {
        // When
        Endpoint endpoint = read();

        // Then
        assertThat(endpoint.name()).isEqualTo("ops");
        assertThat(endpoint.url()).hasHost("ops.example.org");
        assertThat(endpoint.wants(event("io.hone.drift.detected.v1", "plants"))).isTrue();
        assertThat(endpoint.wants(event("io.hone.champion.moved.v1", "birds"))).isTrue();
        assertThat(endpoint.wants(event("io.hone.run.started.v1", "birds"))).isFalse();
    }

    @Test
    void eventsAndModelsCanBeChosen() {
        // Given
        environment.put("HONE_WEBHOOKS_OPS_EVENTS", "champion.moved,verdict.reached");
        environment.put("HONE_WEBHOOKS_OPS_MODELS", "plants");

        // When
        Endpoint endpoint = read();

        // Then
        assertThat(endpoint.wants(event("io.hone.verdict.reached.v1", "plants")))
                .isTrue();
        assertThat(endpoint.wants(event("io.hone.verdict.reached.v1", "birds"))).isFalse();
        assertThat(endpoint.wants(event("io.hone.drift.detected.v1", "plants"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    URL    | ftp://ops.example.org | hone.webhooks.ops.url is 'ftp://ops.example.org', must be an address such as
                    URL    | ops.example.org       | hone.webhooks.ops.url is 'ops.example.org', must be an address such as
                    URL    | https://me:pass@host/ | hone.webhooks.ops.url is 'https://…@host/', must be an address such as
                    SECRET | whsec_c2hvcnQ=        | hone.webhooks.ops.secret has 5 bytes, must be whsec_ and 24 to 64 bytes
                    EVENTS | champion.moves        | hone.webhooks.ops.events: 'champion.moves' is unknown, must be one of champion.moved, drift.detected, verdict.reached
                    MODELS | No Such               | hone.webhooks.ops.models: model name 'No Such' must match
                    """)
    void whatCannotBeUsedIsNamedAtStart(String key, String value, String message) {
        // Given
        environment.put("HONE_WEBHOOKS_OPS_" + key, value);

        // When, Then
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatIsMissingIsNamedAtStart() {
        // Given
        environment.remove("HONE_WEBHOOKS_OPS_SECRET");

        // When, Then
        assertThatThrownBy(this::read).hasMessageContaining("hone.webhooks.ops.secret");
    }

    @Test
    void aSecretIsNowhereToBeSeen() {
        assertThat(read().toString()).doesNotContain(SECRET);
    }

    private Endpoint read() {
        WebhookConfig config = new SmallRyeConfigBuilder()
                .withMapping(WebhookConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(WebhookConfig.class);
        assertThat(config.endpoints()).containsOnlyKeys("ops");
        return Endpoint.of("ops", config.endpoints().get("ops"));
    }

    private static WebhookEvent event(String type, String model) {
        return new WebhookEvent("id", type, new ModelName(model), Instant.EPOCH, new byte[0]);
    }
}

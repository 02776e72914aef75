package io.hone.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.registry.UnknownModelException;
import io.hone.registry.store.ObjectStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownModelsTest {

    private static final ModelName PLANTS = new ModelName("plants");
    private static final ModelSettings SETTINGS = new ModelSettings(PLANTS, 0.2, Instant.EPOCH);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private Optional<ModelSettings> registered = Optional.empty();

    private final KnownModels models = new KnownModels(this::ask, Duration.ofMinutes(10), now::get);

    @Test
    void aKnownModelIsAskedForOnce() {
        // Given
        registered = Optional.of(SETTINGS);

        // When
        models.settings(PLANTS);
        now.addAndGet(Duration.ofMinutes(9).toNanos());
        ModelSettings settings = models.settings(PLANTS);

        // Then
        assertThat(settings).isEqualTo(SETTINGS);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aRegistrationIsSeenAfterASecond() {
        // Given a model that was asked for too early, twice
        assertUnknown();
        assertUnknown();
        assertThat(asked).hasValue(1);

        // When
        registered = Optional.of(SETTINGS);
        now.addAndGet(Duration.ofMillis(1_001).toNanos());

        // Then
        assertThat(models.settings(PLANTS)).isEqualTo(SETTINGS);
    }

    @Test
    void anOutageIsNotRemembered() {
        // Given
        KnownModels once = new KnownModels(
                model -> {
                    if (asked.getAndIncrement() == 0) {
                        throw new ObjectStoreException("away", null);
                    }
                    return SETTINGS;
                },
                Duration.ofMinutes(10),
                now::get);
        assertThatThrownBy(() -> once.settings(PLANTS)).isInstanceOf(ObjectStoreException.class);

        // When / Then
        assertThat(once.settings(PLANTS)).isEqualTo(SETTINGS);
    }

    private ModelSettings ask(ModelName model) {
        asked.incrementAndGet();
        return registered.orElseThrow(() -> new UnknownModelException(model));
    }

    private void assertUnknown() {
        assertThatThrownBy(() -> models.settings(PLANTS)).isInstanceOf(UnknownModelException.class);
    }
}

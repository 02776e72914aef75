package io.hone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.InMemoryObjectStore;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private final ModelRegistry registry = new ModelRegistry(new InMemoryObjectStore());

    @Test
    void aModelExistsFromItsFirstChampionOn() {
        // Given: a registration that died before its end
        registry.claim(new ModelSettings(MODEL, 0.2, NOW));
        assertThat(registry.models()).isEmpty();
        assertThatThrownBy(() -> registry.settings(MODEL)).isInstanceOf(UnknownModelException.class);

        // When
        registry.champions()
                .append(new ChampionEntry(
                        MODEL, 1, 1, Optional.empty(), NOW, Move.REGISTERED, "ada", "registered", "registration"));

        // Then
        assertThat(registry.models()).containsExactly(MODEL);
        assertThat(registry.settings(MODEL).holdOutFraction()).isEqualTo(0.2);
        assertThat(registry.champion(MODEL).version()).isEqualTo(1);
    }

    @Test
    void settingsAreWrittenOnce() {
        // Given
        registry.claim(new ModelSettings(MODEL, 0.2, NOW));

        // When
        ModelSettings holds = registry.claim(new ModelSettings(MODEL, 0.5, NOW));

        // Then
        assertThat(holds.holdOutFraction()).isEqualTo(0.2);
    }

    @Test
    void anUnknownModelIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> registry.champion(MODEL))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageContaining("'plants' is not registered")
                .hasMessageContaining("POST /v1/models");
    }
}

package io.hone.evaluator.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.registry.champion.ChampionEntry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChampionViewTest {

    private static final ModelName MODEL = new ModelName("plants");

    private static ChampionView registered(Instant at, String network) {
        ChampionEntry entry =
                new ChampionEntry(MODEL, 1, 1, Optional.empty(), at, Move.REGISTERED, "registration", "new", "w");
        return new ChampionView(entry, Manifests.base(MODEL, network));
    }

    @Test
    void theTagIsAnotherWhenTheModelIsRegisteredAnew() {
        // Given
        ChampionView before = registered(Manifests.NOW, "one");

        // Then
        assertThat(before.tag().getValue())
                .startsWith("1-")
                .isEqualTo(registered(Manifests.NOW, "one").tag().getValue());
        assertThat(registered(Manifests.NOW, "another").tag()).isNotEqualTo(before.tag());
        assertThat(registered(Manifests.NOW.plusSeconds(60), "one").tag()).isNotEqualTo(before.tag());
    }
}

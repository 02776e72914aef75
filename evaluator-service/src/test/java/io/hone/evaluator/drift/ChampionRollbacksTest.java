package io.hone.evaluator.drift;

import static io.hone.evaluator.drift.Labels.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.champion.Move;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.promotion.UnusableVersionException;
import io.hone.evaluator.promotion.VersionCheck;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.InMemoryObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChampionRollbacksTest {

    private final ModelRegistry registry = new ModelRegistry(new InMemoryObjectStore());
    private VersionCheck check = manifest -> {};

    @BeforeEach
    void promote(@TempDir Path folder) throws IOException {
        Path torchScript = Files.writeString(folder.resolve("model.pt"), "never loaded here");
        for (int version = 1; version <= 2; version++) {
            registry.versions().publish(Manifests.draft(MODEL, "writer-" + version, torchScript, Optional.empty()));
        }
        registry.champions().append(Labels.entry(1, 1, Optional.empty(), Move.REGISTERED));
        registry.champions().append(Labels.entry(2, 2, Optional.of(1), Move.PROMOTED));
    }

    private Rollbacks.Outcome rollBack(long sequence) {
        return new ChampionRollbacks(new io.hone.evaluator.promotion.Rollbacks(
                        registry,
                        manifest -> check.requireUsable(manifest),
                        entry -> {},
                        Clock.fixed(Manifests.NOW, ZoneOffset.UTC)))
                .automatic(MODEL, sequence, "worse");
    }

    @Test
    void aPromotionIsTakenBack() {
        assertThat(rollBack(2)).isEqualTo(new Rollbacks.TakenBack());
        assertThat(registry.champion(MODEL).version()).isEqualTo(1);
    }

    @Test
    void aChampionThatHasGoneIsOvertaken() {
        assertThat(rollBack(1)).isEqualTo(new Rollbacks.Overtaken());
    }

    @Test
    void whoCannotBeChampionAgainIsRefusedWithTheReason() {
        // Given
        check = manifest -> {
            throw new UnusableVersionException(manifest, "cut off", null);
        };

        // When
        Rollbacks.Outcome outcome = rollBack(2);

        // Then
        assertThat(outcome)
                .isEqualTo(new Rollbacks.Refused(
                        "version 1 of model 'colours' cannot be loaded: cut off; name another version"));
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
    }
}

package io.hone.evaluator.promotion;

import static io.hone.evaluator.promotion.Chain.MODEL;
import static io.hone.evaluator.promotion.OperatorMovesTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.Move;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.promotion.MoveRefusedException.Why;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbacksTest {

    private static final String REASON = "accuracy fell from 93 % to 71 %";

    private final List<ChampionEntry> heard = new ArrayList<>();
    private Chain chain;

    @BeforeEach
    void register(@TempDir Path directory) {
        chain = new Chain(directory).candidates(2, 3).promoted(2, 3);
    }

    @Test
    void theEvaluatorGoesBackToTheChampionBefore() {
        // When
        ChampionEntry entry =
                rollbacks(Manifests.NOW).automatic(MODEL, 3, REASON).orElseThrow();

        // Then
        assertThat(entry.version()).isEqualTo(2);
        assertThat(entry.previousVersion()).contains(3);
        assertThat(entry.move()).isEqualTo(Move.ROLLED_BACK);
        assertThat(entry.actor()).isEqualTo("evaluator");
        assertThat(entry.reason()).isEqualTo(REASON);
        assertThat(heard).containsExactly(entry);
    }

    @Test
    void askedAgainItAnswersWhatItDid() {
        // Given
        Optional<ChampionEntry> first = rollbacks(Manifests.NOW).automatic(MODEL, 3, REASON);

        // When: by another evaluator, later
        Optional<ChampionEntry> again = rollbacks(Manifests.NOW.plusSeconds(60)).automatic(MODEL, 3, REASON);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(chain.versions()).containsExactly(1, 2, 3, 2);
    }

    @Test
    void aChampionThatHasGoneIsNotTakenBack() {
        // When
        Optional<ChampionEntry> nothing = rollbacks(Manifests.NOW).automatic(MODEL, 2, REASON);

        // Then
        assertThat(nothing).isEmpty();
        assertThat(chain.versions()).containsExactly(1, 2, 3);
    }

    @Test
    void whatAPersonPutsBackMeanwhileIsNotTakenBack() {
        // Given: a person rolls back, and forces the same version again, while version 2 is looked at
        Rollbacks late = rollbacks(
                chain.registry,
                manifest -> {
                    chain.append(1, Move.ROLLED_BACK);
                    chain.append(3, Move.FORCED);
                },
                Manifests.NOW);

        // When
        Optional<ChampionEntry> nothing = late.automatic(MODEL, 3, REASON);

        // Then
        assertThat(nothing).isEmpty();
        assertThat(chain.versions()).containsExactly(1, 2, 3, 1, 3);
    }

    @Test
    void aChampionThatGoesMeanwhileIsNotTakenBack() {
        // Given: a person rolls back while version 2 is looked at
        Rollbacks late = rollbacks(chain.registry, manifest -> chain.append(1, Move.ROLLED_BACK), Manifests.NOW);

        // When
        Optional<ChampionEntry> nothing = late.automatic(MODEL, 3, REASON);

        // Then
        assertThat(nothing).isEmpty();
        assertThat(chain.versions()).containsExactly(1, 2, 3, 1);
    }

    @Test
    void withNothingToGoBackToAnOperatorMustDecide() {
        // Given
        chain.append(1, Move.ROLLED_BACK);

        // When, Then
        assertRefused(Why.NEVER_CHAMPION, () -> rollbacks(Manifests.NOW).automatic(MODEL, 4, REASON));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoDiesAppendingIsFollowedBySomebodyWhoStartsOver(boolean afterwards) {
        // Given
        ModelRegistry dying = new ModelRegistry(new DyingStore(chain.store, ObjectKeys.champion(MODEL, 4), afterwards));
        assertThatThrownBy(() -> rollbacks(dying, manifest -> {}, Manifests.NOW).automatic(MODEL, 3, REASON))
                .isInstanceOf(DyingStore.Death.class);

        // When
        Optional<ChampionEntry> entry = rollbacks(Manifests.NOW.plusSeconds(60)).automatic(MODEL, 3, REASON);

        // Then
        assertThat(entry).map(ChampionEntry::version).contains(2);
        assertThat(chain.versions()).containsExactly(1, 2, 3, 2);
    }

    private Rollbacks rollbacks(Instant now) {
        return rollbacks(chain.registry, manifest -> {}, now);
    }

    private Rollbacks rollbacks(ModelRegistry registry, VersionCheck check, Instant now) {
        return new Rollbacks(registry, check, heard::add, Clock.fixed(now, ZoneOffset.UTC));
    }
}

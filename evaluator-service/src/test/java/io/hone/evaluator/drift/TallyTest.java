package io.hone.evaluator.drift;

import static io.hone.evaluator.drift.Labels.MODEL;
import static io.hone.evaluator.drift.Labels.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.champion.Move;
import io.hone.contracts.drift.DriftDetected;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.drift.probation.ProbationStatus;
import io.hone.evaluator.drift.probation.Promise;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Link base = Labels.base();
    private final Link second = Labels.promoted(2, 2, 1, 1000);
    private final ChampionLine beforePromotion = new ChampionLine(List.of(base), Optional.empty());
    private final ChampionLine afterPromotion =
            new ChampionLine(List.of(second, base), Optional.of(new Promise(200, 180, 1100)));

    private static Tally tally(DriftState before) {
        return new Tally(before, MODEL, SETTINGS, Manifests.NOW);
    }

    /** Right but for each so-many-th; the offsets follow the number. */
    private static DriftState answers(DriftState before, Link by, int from, int to, int wrongEach) {
        Tally tally = tally(before);
        for (int i = from; i < to; i++) {
            tally.add(Labels.answer(i, i % wrongEach != 0, by));
        }
        return tally.state();
    }

    @Test
    void labelsThatTheChampionCannotKnowAreCountedApart() {
        // Given
        Tally tally = tally(DriftState.NEW);

        // When
        tally.add(Labels.answer(0, true, base));
        tally.add(Labels.answer(1, Answer.Result.UNKNOWN_CLASS, base, Optional.empty()));
        tally.add(Labels.answer(2, false, base));
        tally.add(Answer.unpredicted(Labels.arrival(3, 3)));

        // Then
        assertThat(tally.state().counts()).isEqualTo(new LabelCounts(1, 1, 1, 1));
        assertThat(tally.state().accuracy().windowAccuracy()).hasValue(0.5);
        assertThat(tally.state().accuracy().classes()).hasSize(1);
    }

    @Test
    void aFallOfTheAccuracyIsDrift() {
        // Given
        DriftState known = answers(DriftState.NEW, base, 0, 1000, 10);

        // When
        DriftState state = answers(known, base, 1000, 1200, 2);

        // Then
        assertThat(state.untold()).isEqualTo(state.drifts()).hasSize(1);
        DriftDetected drift = state.drifts().get(0);
        assertThat(drift.model()).isEqualTo(MODEL);
        assertThat(drift.at()).isEqualTo(Manifests.NOW);
        assertThat(drift.offset()).isBetween(1020L, 1200L);
        assertThat(drift.champion()).isEqualTo(1);
        assertThat(drift.accuracyBefore()).isCloseTo(0.9, within(0.02));
        assertThat(drift.accuracyAfter()).isCloseTo(0.5, within(0.1));
        assertThat(drift.finding().rule()).isEqualTo("accuracy-change");
        assertThat(drift.finding().passed()).isFalse();
        assertThat(drift.finding().explanation())
                .startsWith("Version 1 is right on ")
                .contains("of the last " + drift.labels() + " labels, on 90.");
    }

    @Test
    void whatAnotherChampionWasRightAboutIsNotComparedWith() {
        // Given
        DriftState known = answers(DriftState.NEW, base, 0, 1000, 10);

        // When: its successor is worse from its first label on
        DriftState state = answers(known, second, 1000, 1200, 2);

        // Then: that is for the probation to find
        assertThat(state.drifts()).isEmpty();
        assertThat(state.sequence()).isEqualTo(2);
    }

    @Test
    void anAccuracyBelowTheFloorIsToldOnceUntilItHasRecovered() {
        // Given: a window of ten labels that must be right on half
        DriftSettings demanding = new DriftSettings(10, 50, 0.05, OptionalDouble.of(0.5), SETTINGS.probation());
        Tally tally = new Tally(DriftState.NEW, MODEL, demanding, Manifests.NOW);

        // When
        for (int i = 0; i < 40; i++) {
            boolean right = i >= 20 && i < 30;
            tally.add(Labels.answer(i, right, base));
        }

        // Then: when the first window was full, and when six after the recovery were wrong
        assertThat(tally.state().drifts())
                .filteredOn(drift -> drift.finding().rule().equals("accuracy-floor"))
                .extracting(DriftDetected::offset)
                .containsExactly(9L, 35L);
    }

    @Test
    void aPromotionBeginsAProbationWhichCountsWhatCameInAfterTheHoldOutWasLookedAt() {
        // Given
        Tally tally = tally(DriftState.NEW);

        // When
        tally.follow(afterPromotion);
        tally.add(Labels.answer(1099, Answer.Result.RIGHT, second, Optional.of(false)));
        tally.add(Labels.answer(1100, Answer.Result.RIGHT, second, Optional.of(false)));
        tally.add(Labels.answer(1101, Answer.Result.RIGHT, second, Optional.empty()));

        // Then
        assertThat(tally.state().probation()).hasValueSatisfying(probation -> {
            assertThat(probation.version()).isEqualTo(2);
            assertThat(probation.previousVersion()).isEqualTo(1);
            assertThat(probation.status()).isEqualTo(ProbationStatus.RUNNING);
            assertThat(probation.paired().images()).isEqualTo(1);
        });
    }

    @Test
    void whoIsWorseThanThePreviousFailsAndABrokenPromiseIsDriftOnce() {
        // Given
        Tally tally = tally(DriftState.NEW);
        tally.follow(afterPromotion);

        // When: the previous one is always right, the new one every second time
        for (int i = 0; i < 60; i++) {
            Answer.Result result = i % 2 == 0 ? Answer.Result.RIGHT : Answer.Result.WRONG;
            tally.add(Labels.answer(2000 + i, result, second, Optional.of(true)));
        }

        // Then: at the first of three checkpoints
        DriftState state = tally.state();
        assertThat(state.probation()).hasValueSatisfying(probation -> {
            assertThat(probation.status()).isEqualTo(ProbationStatus.FAILED);
            assertThat(probation.paired().images()).isEqualTo(20);
        });
        assertThat(Labels.rules(state)).containsExactly("promised-accuracy");
        assertThat(state.drifts().get(0).offset()).isEqualTo(2019);
        assertThat(state.drifts().get(0).accuracyBefore()).isEqualTo(0.9);
        assertThat(state.drifts().get(0).accuracyAfter()).isEqualTo(0.5);
    }

    @Test
    void aProbationEndsWhenTheChampionMovesOtherwise() {
        // Given
        Tally earlier = tally(DriftState.NEW);
        earlier.follow(afterPromotion);
        Link back = new Link(Labels.entry(3, 1, Optional.of(2), Move.ROLLED_BACK), Manifests.base(MODEL), 0);

        // When
        Tally tally = tally(earlier.state());
        tally.follow(new ChampionLine(List.of(back, second, base), Optional.empty()));

        // Then
        assertThat(tally.state().probation())
                .hasValueSatisfying(probation -> assertThat(probation.status()).isEqualTo(ProbationStatus.SUPERSEDED));
    }

    @Test
    void withoutLabelsForItThereIsNoProbation() {
        // Given
        Tally tally = tally(DriftState.NEW);

        // When
        tally.follow(beforePromotion);

        // Then
        assertThat(tally.state().probation()).isEmpty();
        assertThat(tally.isOnProbation(base, 5)).isFalse();
    }

    @Test
    void theStateIsReadAsItWasWritten() {
        // Given
        Tally tally = tally(answers(DriftState.NEW, base, 0, 1200, 3));
        tally.follow(afterPromotion);
        DriftState state = tally.state().readUpTo(1200);

        // When
        Optional<DriftState> read = DriftState.decoded(state.encoded());

        // Then
        assertThat(read).contains(state);
    }

    @Test
    void aStateOfAnotherLayoutIsNotRead() {
        // Given
        byte[] other = "{\"layout\":99,\"mood\":\"good\"}".getBytes(StandardCharsets.UTF_8);

        // When, then
        assertThat(DriftState.decoded(other)).isEmpty();
    }
}

package io.hone.evaluator.drift;

import static io.hone.evaluator.drift.Labels.MODEL;
import static io.hone.evaluator.drift.Labels.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.champion.Move;
import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.drift.accuracy.Adwin;
import io.hone.evaluator.drift.probation.Probation;
import io.hone.evaluator.drift.probation.ProbationStatus;
import io.hone.evaluator.drift.probation.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Reign base = Labels.base();
    private final Reign second = Labels.promoted(2, 2, 1, 1000);
    private final ChampionLine beforePromotion = new ChampionLine(List.of(base), Optional.empty(), Optional.empty());
    private final ChampionLine afterPromotion =
            new ChampionLine(List.of(second, base), Optional.of(new Promise(200, 180, 1100)), Optional.empty());

    private static Tally tally(DriftState before) {
        return new Tally(before, MODEL, SETTINGS, Manifests.NOW);
    }

    /** Right but for each so-many-th; the offsets follow the number. */
    private static DriftState answers(DriftState before, Reign by, int from, int to, int wrongEach) {
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
        Reign back = new Reign(Labels.entry(3, 1, Optional.of(2), Move.ROLLED_BACK), Manifests.base(MODEL), 0);

        // When
        Tally tally = tally(earlier.state());
        tally.follow(new ChampionLine(List.of(back, second, base), Optional.empty(), Optional.empty()));

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
    void whatIsLongPastIsCountedAndNotTold() {
        // Given: the stream is read again eight days later
        DriftSettings demanding = new DriftSettings(10, 50, 0.05, OptionalDouble.of(0.7), SETTINGS.probation());
        Tally late = new Tally(DriftState.NEW, MODEL, demanding, Manifests.NOW.plus(Duration.ofDays(8)));
        Tally inTime = new Tally(DriftState.NEW, MODEL, demanding, Manifests.NOW.plus(Duration.ofDays(6)));

        // When
        for (int i = 0; i < 1200; i++) {
            Answer answer = Labels.answer(i, i < 1000 ? i % 10 != 0 : i % 2 != 0, base);
            late.add(answer);
            inTime.add(answer);
        }

        // Then
        assertThat(Labels.rules(inTime.state())).contains("accuracy-change", "accuracy-floor");
        assertThat(late.state().drifts()).isEmpty();
        assertThat(late.state().untold()).isEmpty();
        assertThat(late.state().counts()).isEqualTo(inTime.state().counts());
        assertThat(late.state().isBelowFloor()).as("the next label tells").isFalse();
    }

    @Test
    void imagesOfOneGroupThatComeTogetherAreOnePieceOfEvidence() {
        // Given
        Tally tally = tally(answers(DriftState.NEW, base, 0, 1000, 10));
        tally.follow(afterPromotion);
        long window = new Adwin(1, tally.state().detector()).width();

        // When: sixty of one patient, wrong all of them
        for (int i = 0; i < 60; i++) {
            tally.add(
                    Labels.answer(2000 + i, Answer.Result.WRONG, second, Optional.of(true), Optional.of("patient-7")));
        }

        // Then: one for detector and probation, all for the accuracy
        DriftState state = tally.state();
        assertThat(window).isEqualTo(1000);
        assertThat(new Adwin(1, state.detector()).width()).isEqualTo(1);
        assertThat(state.drifts()).isEmpty();
        assertThat(state.probation().orElseThrow().paired()).isEqualTo(new PairedOutcomes(0, 1, 0, 0));
        assertThat(state.accuracy().overall().accuracy().orElseThrow()).isLessThan(0.5);
        assertThat(state.counts().wrong()).isEqualTo(160);
    }

    @Test
    void nearTheFloorItIsToldOnce() {
        // Given: a hundred labels must be right on 80 of them
        DriftSettings demanding = new DriftSettings(100, 50, 1e-9, OptionalDouble.of(0.8), SETTINGS.probation());
        Tally tally = new Tally(DriftState.NEW, MODEL, demanding, Manifests.NOW);

        // When: the window goes up and down between 78 and 82
        for (int i = 0; i < 2000; i++) {
            boolean isHigh = i / 100 % 2 == 0;
            tally.add(Labels.answer(i, i % 50 >= (isHigh ? 9 : 11), base));
        }

        // Then
        assertThat(Labels.rules(tally.state())).containsExactly("accuracy-floor");
    }

    @Test
    void aProbationThatEndedElsewhereIsNotBegunAgain() {
        // Given: the disk is lost, or another evaluator had the model
        Probation passed = probation(ProbationStatus.PASSED);
        Tally tally = tally(DriftState.NEW);
        Tally running = tally(DriftState.NEW);
        running.follow(afterPromotion);

        // When
        ChampionLine known = new ChampionLine(List.of(second, base), afterPromotion.promise(), Optional.of(passed));
        tally.follow(known);
        running.follow(known);

        // Then
        assertThat(tally.state().probation()).contains(passed);
        assertThat(running.state().probation()).contains(passed);
        assertThat(tally.isOnProbation(second, 5000)).isFalse();
    }

    private static Probation probation(ProbationStatus status) {
        return new Probation(
                2,
                2,
                1,
                new Promise(200, 180, 1100),
                PairedOutcomes.NONE,
                0,
                false,
                List.of(),
                status,
                Optional.empty());
    }

    @Test
    void whoCannotBeComparedIsNotOnProbationForEver() {
        // Given
        Tally tally = tally(DriftState.NEW);
        tally.follow(afterPromotion);

        // When: the one before is broken
        for (int i = 0; i < 60; i++) {
            tally.add(Labels.answer(2000 + i, true, second));
        }

        // Then
        assertThat(tally.state().probation()).hasValueSatisfying(probation -> {
            assertThat(probation.status()).isEqualTo(ProbationStatus.UNDECIDED);
            assertThat(probation.unpaired()).isEqualTo(60);
        });
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

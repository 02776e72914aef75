package io.hone.evaluator.evaluation;

import static io.hone.evaluator.evaluation.ColourEvaluator.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.promotion.ToldVerdicts;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.CorruptVersionException;
import io.hone.vision.classifier.UnusableModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A champion or a candidate that cannot be used, and an engine that only fails for now. */
class BrokenVersionsTest {

    private ColourEvaluator evaluator;
    private ToldVerdicts told;
    private KnownColours versions;

    @BeforeEach
    void register(@TempDir Path folder) {
        evaluator = new ColourEvaluator(folder);
        told = evaluator.told;
        versions = evaluator.versions;
        evaluator.publish(1, List.of(0));
        evaluator.champion(1);
        Colours.fill(evaluator.store, 0, 60);
    }

    @AfterEach
    void close() {
        evaluator.close();
    }

    @Test
    void anEngineThatFailsForNowIsNoBrokenChampion() {
        // Given: nobody can be loaded
        evaluator.publish(2, List.of(0, 1));
        versions.broken.put(1, BrokenVersionsTest::noNetwork);
        versions.broken.put(2, BrokenVersionsTest::noNetwork);

        // When
        evaluator.sweep();

        // Then
        assertThat(told.verdicts).isEmpty();
        assertThat(evaluator.counted("hone.evaluator.failures")).isEqualTo(1);

        // When: it works again
        versions.broken.clear();
        evaluator.sweep();

        // Then
        assertThat(evaluator.outcomes()).containsExactly(Outcome.PROMOTED);
        assertThat(told.verdicts.get(0).findings())
                .extracting(Finding::rule)
                .doesNotContain("champion-usable")
                .contains("significance");
    }

    @Test
    void whatFailsOnceIsTriedAgainAtOnce() {
        // Given
        evaluator.publish(2, List.of(0, 1));
        versions.whileLoading.put(1, () -> {
            throw changed(1).get();
        });
        versions.whileLoading.put(2, () -> {
            throw noNetwork();
        });

        // When
        evaluator.sweep();

        // Then
        assertThat(evaluator.outcomes()).containsExactly(Outcome.PROMOTED);
        assertThat(told.verdicts.get(0).champion()).isEqualTo(1);
    }

    @Test
    void theBestChampionBeforeStandsInForABrokenOne() {
        // Given: of the three before, 2 is right most often, and loads
        threeChampionsBefore(4);
        versions.broken.put(4, changed(4));
        evaluator.publish(5, List.of(0, 1, 2));

        // When
        evaluator.sweep();

        // Then: by the ordinary rules
        Verdict verdict = told.verdicts.get(0);
        assertThat(verdict.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(verdict.champion()).isEqualTo(2);
        assertThat(verdict.test()).isPresent();
        assertThat(verdict.findings().get(0)).satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("champion-usable");
            assertThat(finding.explanation())
                    .startsWith("Version 4, the champion, cannot be used, so the candidate is compared with version 2")
                    .contains("model.pt was changed");
        });
        assertThat(verdict.findings()).extracting(Finding::rule).contains("significance", "best-so-far");
        ChampionEntry head = evaluator.registry.champion(MODEL);
        assertThat(head.version()).isEqualTo(5);
        assertThat(head.previousVersion()).contains(4);
        assertThat(evaluator.counted("hone.evaluator.champion.unusable")).isEqualTo(1);
    }

    @Test
    void whoBeatsAFloorButNotWhoStandsInIsNotPromoted() {
        // Given: right about two thirds, as is version 2
        threeChampionsBefore(4);
        versions.broken.put(4, changed(4));
        evaluator.publish(5, List.of(0, 1));

        // When
        evaluator.sweep();

        // Then
        assertThat(evaluator.outcomes()).hasSize(1).doesNotContain(Outcome.PROMOTED);
        assertThat(evaluator.registry.champion(MODEL).version()).isEqualTo(4);
    }

    @Test
    void whoCannotBeAskedIsNamedInTheReportAndTheFinding() {
        // Given: the best of those before is broken too
        threeChampionsBefore(4);
        versions.broken.put(2, changed(2));
        evaluator.publish(5, List.of(0, 1, 2));

        // When
        evaluator.sweep();

        // Then
        Evaluation evaluation = evaluator.registry.evaluations().find(MODEL, 5).orElseThrow();
        assertThat(evaluation.report().orElseThrow().unasked()).containsExactly(2);
        assertThat(evaluation.verdict().findings())
                .filteredOn(finding -> finding.rule().equals("best-so-far"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.explanation()).contains("Champions that could not be asked: version 2."));
    }

    @Test
    void whereNoChampionCanBeLoadedAPersonHasTheLastWord() {
        // Given
        evaluator.publish(2, List.of(0, 1));
        versions.broken.put(1, changed(1));

        // When
        evaluator.sweep();

        // Then: two of three images are enough to wait
        Verdict verdict = told.verdicts.get(0);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.findings())
                .extracting(Finding::rule)
                .containsExactly("champion-usable", "classes-kept", "hold-out-images", "floor", "approval");
        assertThat(verdict.findings().get(0).explanation()).contains("model.pt was changed");
        assertThat(evaluator.registry.champion(MODEL).version()).isEqualTo(1);
        assertThat(evaluator.counted("hone.evaluator.champion.unusable")).isEqualTo(1);
    }

    @Test
    void whoWaitsForAPersonIsComparedOnceTheChampionLoadsAgain() {
        // Given
        evaluator.publish(2, List.of(0, 1));
        versions.broken.put(1, changed(1));
        evaluator.sweep();

        // When: an operator has put the file back, and the hold-out has grown
        versions.broken.clear();
        Colours.fill(evaluator.store, 60, 80);
        evaluator.sweep();

        // Then
        assertThat(evaluator.outcomes()).containsExactly(Outcome.INCONCLUSIVE, Outcome.PROMOTED);
        assertThat(told.verdicts.get(1).test()).isPresent();
    }

    @Test
    void aChampionThatIsReplacedMeanwhileIsComparedWith() {
        // Given: while the candidate is examined by itself, somebody promotes a version that loads
        evaluator.publish(2, List.of(0, 1));
        evaluator.publish(3, List.of(0, 1, 2));
        versions.broken.put(1, changed(1));
        versions.whileAnswering.add(() -> evaluator.champion(3));

        // When
        evaluator.sweep();

        // Then
        assertThat(told.verdicts.get(0).champion()).isEqualTo(3);
        assertThat(evaluator.registry.champion(MODEL).version()).isEqualTo(3);
    }

    @Test
    void aBrokenCandidateIsRejectedWithItsReason() {
        // Given
        evaluator.publish(2, List.of(0, 1));
        versions.broken.put(2, BrokenVersionsTest::noNetwork);

        // When
        evaluator.sweep();
        evaluator.sweep();

        // Then: once
        assertThat(evaluator.outcomes()).containsExactly(Outcome.REJECTED);
        assertThat(told.verdicts.get(0).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("candidate-usable");
            assertThat(finding.explanation()).contains("Version 2", "no network in it");
        });
        assertThat(evaluator.registry.evaluations().settled(MODEL, 2)).isPresent();
        assertThat(evaluator.registry.champion(MODEL).version()).isEqualTo(1);
    }

    @Test
    void whoseWeightsWereChangedIsRejectedWhateverElseIsBroken() {
        // Given: bytes that are not the manifest's are bad on any engine
        evaluator.publish(2, List.of(0, 1));
        versions.broken.put(1, BrokenVersionsTest::noNetwork);
        versions.broken.put(2, changed(2));

        // When
        evaluator.sweep();

        // Then: who is to blame for the champion's failure nobody knows
        assertThat(told.verdicts).isEmpty();

        // When
        versions.broken.remove(1);
        evaluator.sweep();

        // Then
        assertThat(evaluator.outcomes()).containsExactly(Outcome.REJECTED);
    }

    @Test
    void aClassThatOnlyTheBrokenChampionHadKeepsItsId() {
        // Given: ids 0 to 2 are kept, 3 is another class
        evaluator.publish(2, Classes.of("red", "green", "blue", "violet"), List.of(0));
        evaluator.champion(2);
        settled(2);
        versions.broken.put(2, changed(2));
        evaluator.publish(3, Classes.of("red", "green", "blue", "brown"), List.of(0, 1, 2));

        // When
        evaluator.sweep();

        // Then
        assertThat(evaluator.outcomes()).containsExactly(Outcome.REJECTED);
        assertThat(told.verdicts.get(0).findings().get(1).explanation())
                .contains("class 3 is 'brown' in the candidate, 'violet' in the champion");
    }

    /** Versions 1 to 3 were champion, and {@code head} is. */
    private void threeChampionsBefore(int head) {
        evaluator.publish(2, List.of(0, 1));
        evaluator.publish(3, List.of(0));
        evaluator.publish(head, List.of(0));
        evaluator.champion(2);
        evaluator.champion(3);
        evaluator.champion(head);
        for (int version = 2; version <= head; version++) {
            settled(version);
        }
    }

    private void settled(int version) {
        evaluator
                .registry
                .evaluations()
                .settle(new Verdict(MODEL, version, evaluator.clock.instant(), 1, Outcome.PROMOTED, List.of()));
    }

    private static RuntimeException noNetwork() {
        return new UnusableModelException("no network in it");
    }

    private Supplier<RuntimeException> changed(int version) {
        return () -> new CorruptVersionException(
                evaluator.registry.versions().require(MODEL, version), "model.pt was changed");
    }
}

package io.hone.evaluator.evaluation;

import static io.hone.evaluator.evaluation.ColourEvaluator.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Report;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.promotion.Comparison;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.vision.prediction.PredictionStore;
import io.hone.vision.store.ImageStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparerTest {

    private ColourEvaluator evaluator;
    private ModelRegistry registry;
    private KnownColours versions;
    private ImageStore store;

    @BeforeEach
    void register(@TempDir Path folder) {
        evaluator = new ColourEvaluator(folder);
        registry = evaluator.registry;
        versions = evaluator.versions;
        store = evaluator.store;
        Colours.fill(store, 0, 9);
        publish(1, List.of(0));
        champion(1);
    }

    @AfterEach
    void close() {
        evaluator.close();
    }

    @Test
    void bothAreComparedOnTheSameSnapshotAndTheReportSaysHow() {
        // Given
        publish(2, List.of(2, 0));

        // When
        Comparison comparison = compare(2);

        // Then
        assertThat(comparison.paired()).isEqualTo(new PairedOutcomes(3, 0, 3, 3));
        assertThat(comparison.champion().correct()).isEqualTo(3);
        assertThat(comparison.candidate().correct()).isEqualTo(6);
        assertThat(comparison.holdOut().nextOffset()).isEqualTo(9);
        assertThat(comparison.holdOut().images()).isEqualTo(9);
        Report report = comparison.report();
        assertThat(report.champion().version()).isEqualTo(1);
        assertThat(report.candidate().version()).isEqualTo(2);
        assertThat(report.shared()).isEqualTo(comparison.paired());
        assertThat(report.hygiene()).isEqualTo(Hygiene.CLEAN);
        assertThat(report.best()).isEmpty();
        assertThat(comparison.withVerdict(verdict(2, Outcome.REJECTED)).report())
                .contains(report);
    }

    @Test
    void afterARestartAnEvaluationCostsTheCandidatesAnswersAndThoseAboutNewImages() {
        // Given
        publish(2, List.of(0, 1));
        compare(2);
        publish(3, List.of(0, 2));
        versions.asked.clear();

        // When: by another comparer over the same folder, after two more images
        Colours.fill(store, 9, 11);
        compare(3);

        // Then
        assertThat(versions.asked).isEqualTo(Map.of(1, 2, 3, 11));
    }

    @Test
    void judgedAgainACandidateIsAskedAboutNewImagesOnly() {
        // Given
        publish(2, List.of(0, 1));
        compare(2);
        versions.asked.clear();

        // When
        Colours.fill(store, 9, 12);
        compare(2);

        // Then
        assertThat(versions.asked).isEqualTo(Map.of(1, 3, 2, 3));
    }

    @Test
    void timesAreTakenOfBothOnThisMachine() {
        // Given
        publish(2, List.of(0, 1));
        EvaluatorMetrics metrics = new EvaluatorMetrics(new SimpleMeterRegistry());
        Comparer timed = new Comparer(
                registry,
                versions,
                new KeptPredictions(evaluator.predictions(), registry),
                Comparers.inspector(registry, evaluator.predictions()),
                4,
                30,
                metrics,
                Clock.systemUTC());

        // When
        Comparison comparison = timed.compare(registry.versions().require(MODEL, 2), store);

        // Then
        assertThat(comparison.report().champion().latency().orElseThrow().millisAt95())
                .isPositive();
        assertThat(comparison.report().candidate().latency().orElseThrow().meanMillis())
                .isPositive()
                .isEqualTo(comparison.candidate().millisPerImage().orElseThrow());
    }

    @Test
    void theBestChampionSoFarIsFoundAmongTheEarlierOnes() {
        // Given: 2 was right about everything, 3 about two thirds, 4 about one
        publish(2, List.of(0, 1, 2));
        publish(3, List.of(0, 1));
        publish(4, List.of(1));
        champion(2);
        champion(3);
        champion(4);
        publish(5, List.of(0, 1));

        // When
        Optional<BestSoFar> best = compare(5).report().best();

        // Then
        assertThat(best).contains(new BestSoFar(2, new PairedOutcomes(6, 3, 0, 0)));
    }

    @Test
    void classesThatCameLaterDoNotHideWhatWasLostOnThoseBefore() {
        // Given: 2 knew red and green, and was right about both; 3 brought blue and lost green, with as many right
        evaluator.publish(2, Classes.of("red", "green"), List.of(0, 1));
        publish(3, List.of(0, 2));
        champion(2);
        champion(3);
        publish(4, List.of(0, 2));

        // When
        Optional<BestSoFar> best = compare(4).report().best();

        // Then: on six of the nine images
        assertThat(best).contains(new BestSoFar(2, new PairedOutcomes(3, 3, 0, 0)));
    }

    @Test
    void whoCannotBeTheBestIsNotAsked() {
        // Given: 2 is kept as right about everything; 1 and 3 have not been asked about the newest images
        publish(2, List.of(0, 1, 2));
        publish(3, List.of(0));
        champion(2);
        compare(3);
        champion(3);
        publish(4, List.of(0, 1, 2));
        compare(4);
        versions.asked.clear();

        // When: of twelve images 1 and 3 were wrong about six already
        Colours.fill(store, 9, 12);
        Optional<BestSoFar> best = compare(4).report().best();

        // Then
        assertThat(best.map(BestSoFar::version)).contains(2);
        assertThat(versions.asked).isEqualTo(Map.of(2, 3, 3, 3, 4, 3));
    }

    @Test
    void anEarlierChampionThatCannotBeLoadedIsNamed() {
        // Given
        publish(2, List.of(0, 1, 2));
        publish(3, List.of(0));
        champion(2);
        champion(3);
        publish(4, List.of(0, 1));
        versions.broken.put(
                2, () -> new CorruptVersionException(registry.versions().require(MODEL, 2), "lost its weights"));

        // When
        Report report = compare(4).report();

        // Then
        assertThat(report.best()).isEmpty();
        assertThat(report.unasked()).containsExactly(2);
    }

    @Test
    void answersOfVersionsThatCannotBecomeChampionAnyMoreAreDropped() {
        // Given: 2 is settled, 3 waits
        publish(2, List.of(0, 1));
        publish(3, List.of(0, 1));
        compare(2);
        compare(3);
        registry.evaluations().settle(verdict(2, Outcome.REJECTED));
        publish(4, List.of(0, 1));

        // When
        compare(4);
        tidy();

        // Then
        assertThat(kept(1)).isEqualTo(9);
        assertThat(kept(2)).isZero();
        assertThat(kept(3)).isEqualTo(9);
        assertThat(kept(4)).isEqualTo(9);
    }

    @Test
    void answersAboutImagesThatWereTakenOutAreDropped() {
        // Given
        publish(2, List.of(0, 1));
        compare(2);

        // When
        store.remove(Colours.id(4), 9);
        tidy();

        // Then
        assertThat(kept(1)).isEqualTo(8);
        assertThat(kept(2)).isEqualTo(8);
    }

    private long kept(int version) {
        Manifest manifest = registry.versions().require(MODEL, version);
        try (PredictionStore predictions =
                PredictionStore.open(evaluator.predictions().resolve(MODEL.value()))) {
            return predictions
                    .find(
                            new AnswerKeys(KnownColours.ENGINE).of(manifest),
                            List.of(0, 1, 2, 3, 4, 5, 6, 7, 8).stream()
                                    .map(Colours::id)
                                    .toList())
                    .stream()
                    .filter(Optional::isPresent)
                    .count();
        }
    }

    private void tidy() {
        Comparers.untimed(registry, versions, evaluator.predictions()).tidy(MODEL, store);
    }

    private Comparison compare(int candidate) {
        return Comparers.untimed(registry, versions, evaluator.predictions())
                .compare(registry.versions().require(MODEL, candidate), store);
    }

    private static Verdict verdict(int version, Outcome outcome) {
        return new Verdict(MODEL, version, Manifests.NOW, 1, outcome, List.of());
    }

    private void publish(int version, List<Integer> colours) {
        evaluator.publish(version, colours);
    }

    private void champion(int version) {
        evaluator.champion(version);
    }
}

package io.hone.evaluator.evaluation;

import static io.hone.evaluator.evaluation.ColourEvaluator.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.Classes;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.promotion.ToldVerdicts;
import io.hone.registry.ModelRegistry;
import io.hone.vision.store.ImageStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    private static final int MINIMUM = 15;
    private static final Policy POLICY =
            Policy.of(Map.of("hold-out.images", MINIMUM, "minimum-gain", 1, "hold-out.images-per-class", 1));

    private ColourEvaluator evaluator;
    private ModelRegistry registry;
    private ToldVerdicts told;
    private KnownColours versions;
    private ImageStore store;
    private Sweep sweep;

    @BeforeEach
    void register(@TempDir Path folder) {
        evaluator = new ColourEvaluator(folder);
        evaluator.newestLabel = Optional.of(Manifests.NOW.minusSeconds(60));
        evaluator.publish(1, List.of(0));
        evaluator.champion(1);
        registry = evaluator.registry;
        told = evaluator.told;
        versions = evaluator.versions;
        store = evaluator.store;
        sweep = evaluator.sweep(POLICY);
    }

    @AfterEach
    void close() {
        evaluator.close();
    }

    @Test
    void candidatesAreJudgedInOrderEachAgainstTheChampionOfItsTime() {
        // Given: version 2 is better than 1, version 3 better than 1 but not than 2
        Colours.fill(store, 0, 30);
        publish(2, 30, List.of(0, 1, 2));
        publish(3, 30, List.of(0, 1));

        // When
        sweep.run();

        // Then
        assertThat(outcomes()).containsExactly(Outcome.PROMOTED, Outcome.REJECTED);
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
        Evaluation second = registry.evaluations().find(MODEL, 3).orElseThrow();
        assertThat(second.verdict().champion()).isEqualTo(2);
        assertThat(second.championSequence()).isEqualTo(2);
        assertThat(second.holdOut().nextOffset()).isEqualTo(30);
        assertThat(versions.forgotten).containsExactly(3);
        assertThat(second.report().orElseThrow().candidate().version()).isEqualTo(3);
        assertThat(evaluator.bucket.keys(ObjectKeys.evaluations(MODEL)))
                .contains(
                        ObjectKeys.evaluationPicture(MODEL, 3, "confusion"),
                        ObjectKeys.evaluationPicture(MODEL, 3, "reliability"));
        assertThat(predictions("network")).isEqualTo(90);
        assertThat(predictions("kept")).isEqualTo(30);
        assertThat(evaluator
                        .meters
                        .get("hone.evaluator.verdicts")
                        .tag("outcome", "promoted")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(evaluator
                        .meters
                        .get("hone.evaluator.candidate.accuracy")
                        .gauge()
                        .value())
                .isEqualTo(2 / 3.0);
        assertThat(evaluator
                        .meters
                        .get("hone.evaluator.champion.version")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(evaluator
                        .meters
                        .get("hone.evaluator.promotion.delay")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(60);
    }

    @Test
    void whatIsSettledIsLeftAlone() {
        // Given
        Colours.fill(store, 0, 30);
        publish(2, 30, List.of(0, 1, 2));
        sweep.run();

        // When
        sweep.run();

        // Then
        assertThat(told.eventIds).containsExactly("colours-2");
        assertThat(versions.loaded).containsExactly(1, 2);
    }

    @Test
    void aHoldOutThatIsStillBeingLoadedIsWaitedFor() {
        // Given: the trainer had read thirty records, the hold-out's feed one less
        Colours.fill(store, 0, 29);
        publish(2, 30, List.of(0, 1, 2));
        sweep.run();
        assertThat(told.verdicts).isEmpty();
        assertThat(sweep.isWorthwhile(MODEL, store)).isFalse();

        // When
        store.skip(29);

        // Then
        assertThat(sweep.isWorthwhile(MODEL, store)).isTrue();
        sweep.run();
        assertThat(outcomes()).containsExactly(Outcome.PROMOTED);
    }

    @Test
    void anInconclusiveVerdictIsReachedAnewWhenEnoughImagesAreThere() {
        // Given
        Colours.fill(store, 0, 3);
        publish(2, 3, List.of(0, 1, 2));
        sweep.run();
        assertThat(outcomes()).containsExactly(Outcome.INCONCLUSIVE);

        // When: another, but still too few
        Colours.put(store, 3);
        boolean worthwhile = sweep.isWorthwhile(MODEL, store);
        sweep.run();

        // Then
        assertThat(worthwhile).isFalse();
        assertThat(outcomes()).containsExactly(Outcome.INCONCLUSIVE);

        // When: enough
        Colours.fill(store, 4, MINIMUM);
        assertThat(sweep.isWorthwhile(MODEL, store)).isTrue();
        sweep.run();

        // Then
        assertThat(outcomes()).containsExactly(Outcome.INCONCLUSIVE, Outcome.PROMOTED);
        assertThat(told.eventIds).containsExactly("colours-2-at-3", "colours-2");
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
    }

    @Test
    void aChampionThatMovesDuringTheComparisonIsComparedAnew() {
        // Given: while version 2 is loaded, a person promotes version 3, which is as good
        Colours.fill(store, 0, 30);
        publish(2, 30, List.of(0, 1, 2));
        publish(3, 99, List.of(0, 1, 2));
        versions.whileLoading.put(2, () -> evaluator.champion(3));

        // When
        sweep.run();

        // Then
        Evaluation evaluation = registry.evaluations().latest(MODEL, 2).orElseThrow();
        assertThat(evaluation.verdict().champion()).isEqualTo(3);
        assertThat(evaluation.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(registry.champion(MODEL).version()).isEqualTo(3);
    }

    @Test
    void whatCannotBeEvaluatedStaysPendingAndStopsNobody() {
        // Given
        Colours.fill(store, 0, 30);
        publish(2, 30, List.of(0, 1, 2));
        publish(3, 30, List.of(0, 1));
        versions.whileLoading.put(2, () -> {
            throw new IllegalStateException("out of luck");
        });

        // When
        sweep.run();

        // Then
        assertThat(registry.champion(MODEL).version()).isEqualTo(3);
        assertThat(evaluator.meters.get("hone.evaluator.failures").counter().count())
                .isEqualTo(1);

        // When: it goes better the next time
        sweep.run();

        // Then
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
    }

    @Test
    void aDecisionThatSomebodyDiedOverIsCarriedOutWithoutComparingAgain(@TempDir Path other) {
        // Given: the evaluation is written down, and nothing else
        Colours.fill(store, 0, 30);
        publish(2, 99, List.of(0, 1, 2));
        var comparison = Comparers.untimed(registry, versions, other)
                .compare(registry.versions().require(MODEL, 2), store);
        registry.evaluations().conclude(new Judge(registry, model -> POLICY, evaluator.clock).judge(comparison));
        versions.loaded.clear();

        // When
        sweep.run();

        // Then
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
        assertThat(told.eventIds).containsExactly("colours-2");
        assertThat(versions.loaded).isEmpty();
    }

    @Test
    void aCandidateOfOtherClassesIsRejectedHoweverGood() {
        // Given: the second class is another than the champion's
        Colours.fill(store, 0, 30);
        evaluator.publish(2, 30, Classes.of("red", "violet", "blue"), List.of(0, 1, 2));

        // When
        sweep.run();

        // Then
        assertThat(outcomes()).containsExactly(Outcome.REJECTED);
        assertThat(registry.champion(MODEL).version()).isEqualTo(1);
        assertThat(told.verdicts.get(0).findings().get(0).explanation())
                .contains("class 1 is 'violet' in the candidate, 'green' in the champion");
    }

    @Test
    void aModelOfAnotherEvaluatorIsLeftAlone() {
        // Given
        Colours.fill(store, 0, 30);
        publish(2, 30, List.of(0, 1, 2));
        evaluator.holdOuts.revoked(MODEL);

        // When
        sweep.run();

        // Then
        assertThat(told.verdicts).isEmpty();
    }

    private double predictions(String from) {
        return evaluator
                .meters
                .get("hone.evaluator.predictions")
                .tag("from", from)
                .counter()
                .count();
    }

    private List<Outcome> outcomes() {
        return evaluator.outcomes();
    }

    private void publish(int version, long toOffset, List<Integer> colours) {
        evaluator.publish(version, toOffset, Manifests.COLOURS, colours);
    }
}

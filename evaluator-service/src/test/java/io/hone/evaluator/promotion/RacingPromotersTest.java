package io.hone.evaluator.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.evaluator.TestBucket;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Evaluators in a race, with real threads on the real endpoint. */
class RacingPromotersTest {

    private static final int EVALUATORS = 4;
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private final ModelRegistry registry = new ModelRegistry(TestBucket.models());
    private final ToldVerdicts told = new ToldVerdicts();
    private final ExecutorService threads = Executors.newFixedThreadPool(EVALUATORS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(5)
    void oneCandidateIsPromotedOnce(RepetitionInfo repetition) throws Exception {
        // Given
        ModelName model = registered("race-one-" + repetition.getCurrentRepetition());

        // When: all judge version 2, each at a time of its own
        List<Settlement> settlements = race(evaluator -> better(model, 2, NOW.plusSeconds(evaluator)));

        // Then
        assertThat(settlements).allMatch(Settlement::promoted).allMatch(settlements.get(0)::equals);
        assertThat(registry.champions().history(model))
                .extracting(ChampionEntry::version)
                .containsExactly(1, 2);
        assertThat(told.eventIds).hasSize(EVALUATORS).containsOnly(model + "-2");
        assertThat(TestBucket.models().keys(ObjectKeys.evaluations(model))).hasSize(2);
    }

    @RepeatedTest(5)
    void ofSeveralCandidatesOneIsPromoted(RepetitionInfo repetition) throws Exception {
        // Given
        ModelName model = registered("race-many-" + repetition.getCurrentRepetition());

        // When: each has found another version better than the same champion
        List<Settlement> settlements = race(evaluator -> better(model, 2 + evaluator, NOW));

        // Then
        assertThat(settlements).filteredOn(Settlement::promoted).hasSize(1);
        assertThat(settlements).filteredOn(Settlement::superseded).hasSize(EVALUATORS - 1);
        assertThat(registry.champions().history(model)).hasSize(2);
        assertThat(registry.champion(model).version())
                .isEqualTo(settlements.stream()
                        .filter(Settlement::promoted)
                        .findFirst()
                        .orElseThrow()
                        .told()
                        .version());
    }

    private interface Found {
        Evaluation by(int evaluator);
    }

    private List<Settlement> race(Found found) throws Exception {
        CyclicBarrier start = new CyclicBarrier(EVALUATORS);
        List<Callable<Settlement>> evaluators = new ArrayList<>();
        for (int i = 0; i < EVALUATORS; i++) {
            Evaluation evaluation = found.by(i);
            Promoter promoter = new Promoter(registry, told, entry -> {});
            evaluators.add(() -> {
                start.await();
                return promoter.settle(evaluation);
            });
        }
        List<Settlement> settlements = new ArrayList<>();
        for (Future<Settlement> settled : threads.invokeAll(evaluators)) {
            settlements.add(settled.get());
        }
        return settlements;
    }

    private ModelName registered(String name) {
        ModelName model = new ModelName(name);
        registry.champions()
                .append(new ChampionEntry(
                        model, 1, 1, Optional.empty(), NOW, Move.REGISTERED, "ada", "registered", "registration"));
        return model;
    }

    private static Evaluation better(ModelName model, int version, Instant at) {
        Comparison comparison = Comparisons.of(model, version, 200, 160, 170);
        return Comparisons.judged(comparison, at);
    }
}

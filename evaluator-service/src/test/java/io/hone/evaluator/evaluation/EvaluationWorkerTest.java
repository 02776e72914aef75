package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.promotion.Promoter;
import io.hone.evaluator.promotion.ToldVerdicts;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.vision.store.ImageStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationWorkerTest {

    private static final ModelName MODEL = new ModelName("colours");
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Policy POLICY = Policy.of(Map.of("hold-out.images", 6));

    private final InMemoryObjectStore bucket = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(bucket);
    private final HoldOuts holdOuts = new HoldOuts();
    private final ToldVerdicts told = new ToldVerdicts();
    private final KnownColours versions = new KnownColours();
    private Path torchScript;
    private ImageStore store;

    @BeforeEach
    void register(@TempDir Path directory) throws IOException {
        torchScript = Files.writeString(directory.resolve("model.pt"), "never loaded here");
        store = ImageStore.open(directory.resolve("store"), Manifests.SIZE, Manifests.SIZE);
        Colours.fill(store, 0, 30);
        registry.versions().publish(Manifests.draft(MODEL, "registration", torchScript, Optional.empty()));
        registry.champions()
                .append(new ChampionEntry(
                        MODEL,
                        1,
                        1,
                        Optional.empty(),
                        Manifests.NOW,
                        Move.REGISTERED,
                        "ada",
                        "registered",
                        "registration"));
        versions.knows(1, List.of(0));
        versions.knows(2, List.of(0, 1, 2));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNudgeFindsACandidateBeforeTheNextSweep() {
        // Given
        holdOuts.assigned(MODEL, store);
        try (EvaluationWorker worker = worker()) {
            worker.start();
            publishCandidate();

            // When
            worker.nudge();

            // Then
            awaitPromotion();
        }
    }

    @Test
    void aHoldOutThatBecomesThisEvaluatorsIsSwept() {
        // Given
        publishCandidate();
        try (EvaluationWorker worker = worker()) {
            holdOuts.observe(worker);

            // When
            holdOuts.assigned(MODEL, store);

            // Then
            awaitPromotion();
        }
    }

    @Test
    void whatIsStoppedInTheMiddleIsRepeatedByTheNextStart() throws Exception {
        // Given: a worker stopped while it evaluates
        holdOuts.assigned(MODEL, store);
        publishCandidate();
        CountDownLatch evaluating = new CountDownLatch(1);
        versions.whileLoading.put(2, () -> {
            evaluating.countDown();
            untilInterrupted();
        });
        EvaluationWorker stopped = worker();
        stopped.start();
        evaluating.await();
        stopped.close();
        assertThat(bucket.keys(ObjectKeys.evaluations(MODEL))).isEmpty();
        assertThat(told.verdicts).isEmpty();

        // When
        try (EvaluationWorker next = worker()) {
            next.start();

            // Then
            awaitPromotion();
        }
        assertThat(told.eventIds).containsExactly("colours-2");
        assertThat(registry.champions().history(MODEL)).hasSize(2);
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPromotion() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(registry.evaluations().settled(MODEL, 2)).isPresent());
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
    }

    private void publishCandidate() {
        registry.versions()
                .publish(Manifests.draft(
                        MODEL, "run-2", torchScript, Optional.of(Manifests.training(MODEL, "run-2", 9))));
    }

    private EvaluationWorker worker() {
        EvaluatorMetrics metrics = new EvaluatorMetrics(new SimpleMeterRegistry());
        CandidateEvaluation evaluation = new CandidateEvaluation(
                registry,
                new Comparer(registry, versions, 4),
                new LoneExaminer(registry, versions, 4),
                new Judge(registry, model -> POLICY, Clock.systemUTC()),
                new Promoter(registry, told, entry -> {}),
                versions,
                metrics,
                dataset -> Optional.empty());
        PendingCandidates pending = new PendingCandidates(registry, model -> POLICY, Clock.systemUTC());
        return new EvaluationWorker(new Sweep(registry, holdOuts, pending, evaluation, metrics), NEVER);
    }
}

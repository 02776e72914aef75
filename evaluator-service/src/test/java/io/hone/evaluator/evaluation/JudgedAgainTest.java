package io.hone.evaluator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.policy.PolicyKeys;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.picture.VerdictPictures;
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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates that time or growth decides about. */
class JudgedAgainTest {

    private static final ModelName MODEL = new ModelName("colours");

    private final ModelRegistry registry = new ModelRegistry(new InMemoryObjectStore());
    private final HoldOuts holdOuts = new HoldOuts();
    private final ToldVerdicts told = new ToldVerdicts();
    private final KnownColours versions = new KnownColours();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Manifests.NOW;
    private Path folder;
    private ImageStore store;

    @BeforeEach
    void register(@TempDir Path directory) throws IOException {
        folder = directory;
        store = ImageStore.open(directory.resolve("store"), Manifests.SIZE, Manifests.SIZE);
        holdOuts.assigned(MODEL, store);
        registry.versions().publish(Manifests.draft(MODEL, "registration", torchScript(1), Optional.empty()));
        champion(1, 1, Optional.empty());
        versions.knows(1, List.of(0));
        versions.knows(2, List.of(0, 1));
        registry.versions()
                .publish(Manifests.draft(
                        MODEL, "run-2", torchScript(2), Optional.of(Manifests.training(MODEL, "run-2", 0))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void moreImagesSettleWhatMayHaveBeenChance() {
        // Given: four of twelve images mended, which is chance once in sixteen times
        Colours.fill(store, 0, 12);
        sweep(policy()).run();
        assertThat(outcomes()).containsExactly(Outcome.INCONCLUSIVE);
        assertThat(told.verdicts.get(0).test()).map(SignificanceTest::p).contains(1 / 16.0);

        // When: fewer than a fifth more
        Colours.fill(store, 12, 14);
        sweep(policy()).run();

        // Then
        assertThat(outcomes()).containsExactly(Outcome.INCONCLUSIVE);

        // When
        Colours.fill(store, 14, 36);
        sweep(policy()).run();

        // Then: tested once more, more strictly
        assertThat(outcomes()).containsExactly(Outcome.INCONCLUSIVE, Outcome.PROMOTED);
        assertThat(told.verdicts.get(1).test()).hasValueSatisfying(test -> {
            assertThat(test.number()).isEqualTo(2);
            assertThat(test.level())
                    .isLessThan(told.verdicts.get(0).test().orElseThrow().level());
        });
        assertThat(registry.champion(MODEL).version()).isEqualTo(2);
    }

    @Test
    void whatStaysInconclusiveIsGivenUpInTheEnd() {
        // Given
        Colours.fill(store, 0, 12);
        sweep(policy()).run();

        // When: no label has come for thirty days
        now = now.plus(Duration.ofDays(30));
        sweep(policy()).run();

        // Then
        assertThat(outcomes()).containsExactly(Outcome.INCONCLUSIVE, Outcome.REJECTED);
        assertThat(told.verdicts.get(1).findings()).last().satisfies(finding -> assertThat(finding.explanation())
                .contains("inconclusive for 30 days"));
        assertThat(registry.evaluations().settled(MODEL, 2)).isPresent();

        // When
        sweep(policy()).run();

        // Then
        assertThat(outcomes()).hasSize(2);
    }

    @Test
    void whoWaitsForAPersonIsNotTestedAgain() {
        // Given
        Policy manual = policy(Map.of("mode", "manual"));
        Colours.fill(store, 0, 60);
        sweep(manual).run();

        // When
        Colours.fill(store, 60, 120);
        sweep(manual).run();

        // Then
        assertThat(outcomes()).containsExactly(Outcome.INCONCLUSIVE);
        assertThat(told.verdicts.get(0).findings())
                .last()
                .extracting(Finding::rule)
                .isEqualTo("approval");
        assertThat(registry.champion(MODEL).version()).isEqualTo(1);
    }

    @Test
    void withoutAManifestOfTheChampionTheOneBeforeIsComparedWith() {
        // Given: the chain names a version that is not there
        Colours.fill(store, 0, 30);
        champion(2, 9, Optional.of(1));

        // When
        sweep(policy()).run();

        // Then
        Verdict verdict = told.verdicts.get(0);
        assertThat(verdict.champion()).isEqualTo(1);
        assertThat(verdict.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(verdict.findings().get(0).explanation()).contains("Version 9", "its manifest is gone");
        assertThat(registry.champion(MODEL).previousVersion()).contains(9);
    }

    private static Policy policy() {
        return policy(Map.of());
    }

    private static Policy policy(Map<String, Object> settings) {
        Policy small = Policy.of(Map.of("hold-out.images", 6, "hold-out.images-per-class", 1));
        return new Policy(PolicyKeys.settings(settings).over(small.settings()));
    }

    private List<Outcome> outcomes() {
        return told.verdicts.stream().map(Verdict::outcome).toList();
    }

    /** Never loaded here; each version has its own. */
    private Path torchScript(int version) throws IOException {
        return Files.writeString(folder.resolve("model-%d.pt".formatted(version)), "version " + version);
    }

    private void champion(long sequence, int version, Optional<Integer> previous) {
        registry.champions()
                .append(new ChampionEntry(
                        MODEL,
                        sequence,
                        version,
                        previous,
                        Manifests.NOW,
                        sequence == 1 ? Move.REGISTERED : Move.PROMOTED,
                        "ada",
                        "by hand",
                        "ada-" + sequence));
    }

    private Sweep sweep(Policy policy) {
        EvaluatorMetrics metrics = new EvaluatorMetrics(meters);
        Clock clock = new MovedClock();
        CandidateEvaluation evaluation = new CandidateEvaluation(
                registry,
                Comparers.untimed(registry, versions, folder.resolve("predictions"), metrics),
                Comparers.lone(registry, versions, folder.resolve("predictions")),
                new Judge(registry, model -> policy, clock),
                new Promoter(registry, told, entry -> {}),
                new VerdictPictures(registry),
                versions,
                metrics,
                dataset -> Optional.empty());
        PendingCandidates pending = new PendingCandidates(registry, model -> policy, clock);
        return new Sweep(registry, holdOuts, pending, evaluation, metrics);
    }

    private final class MovedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

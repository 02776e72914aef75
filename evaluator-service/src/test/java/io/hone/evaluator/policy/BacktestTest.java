package io.hone.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.Manifests;
import io.hone.evaluator.policy.BacktestResult.Candidate;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.InMemoryObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {

    private static final ModelName MODEL = new ModelName("colours");

    /** One class holds all images, so that only the gain decides. */
    private static final Policy THEN = Policy.of(Map.of("hold-out.covered-classes", 0));

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(store);
    private final Backtest backtest = new Backtest(registry);
    private PastEvaluations past;

    @BeforeEach
    void publish(@TempDir Path directory) throws IOException {
        past = new PastEvaluations(registry, MODEL, directory);
        for (int version = 1; version <= 5; version++) {
            past.publish();
        }
    }

    private static Policy policy(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("hold-out.covered-classes", 0);
        return Policy.of(all);
    }

    @Test
    void theSamePolicyDecidesTheSame() {
        // Given
        past.judge(2, THEN, 800, 20, 80, 100);
        past.judge(3, THEN, 800, 80, 60, 80);
        past.judge(4, THEN, 800, 45, 55, 100);
        List<Finding> found = past.judge(4, THEN, 1000, 50, 110, 120).findings();

        // When
        BacktestResult result = backtest.run(MODEL, THEN);

        // Then
        assertThat(result.changed()).isZero();
        assertThat(result.withoutReport()).isEmpty();
        assertThat(result.candidates())
                .extracting(Candidate::version, Candidate::decided, Candidate::wouldHaveDecided)
                .containsExactly(
                        tuple(2, Outcome.PROMOTED, Outcome.PROMOTED),
                        tuple(3, Outcome.REJECTED, Outcome.REJECTED),
                        tuple(4, Outcome.PROMOTED, Outcome.PROMOTED));
        assertThat(result.candidates().get(2).findings()).isEqualTo(found);
        assertThat(result.candidates().get(2).test())
                .map(SignificanceTest::number)
                .contains(4L);
    }

    @Test
    void anotherPolicySaysWhatItWouldHaveDecided() {
        // Given: six points better, then one worse, then one that needed a second look
        past.judge(2, THEN, 800, 20, 80, 100);
        past.judge(3, THEN, 800, 80, 20, 100);
        past.judge(4, THEN, 800, 45, 55, 100);
        past.judge(4, THEN, 1000, 50, 110, 120);

        // When: ten points are asked for
        BacktestResult strict = backtest.run(MODEL, policy(Map.of("minimum-gain", 10)));

        // Then: the last would have been rejected at its first look
        assertThat(strict.changed()).isEqualTo(2);
        assertThat(strict.candidates())
                .extracting(Candidate::version, Candidate::decided, Candidate::wouldHaveDecided)
                .containsExactly(
                        tuple(2, Outcome.PROMOTED, Outcome.REJECTED),
                        tuple(3, Outcome.REJECTED, Outcome.REJECTED),
                        tuple(4, Outcome.PROMOTED, Outcome.REJECTED));
        assertThat(strict.candidates().get(2).at()).isEqualTo(Manifests.NOW.plusSeconds(180));
        assertThat(strict.candidates().get(2).decidedAt()).isEqualTo(Manifests.NOW.plusSeconds(240));
    }

    @Test
    void itHasAnAccountOfItsOwn() {
        // Given: two candidates have spent much of the account that the third would have needed
        past.judge(2, THEN, 800, 60, 60, 80);
        past.judge(3, THEN, 800, 60, 60, 80);
        Verdict third = past.judge(4, THEN, 800, 45, 75, 80);
        assertThat(third.outcome()).isEqualTo(Outcome.INCONCLUSIVE);

        // When: ten times as much may be spent
        BacktestResult result = backtest.run(MODEL, policy(Map.of("significance.alpha", 0.2)));

        // Then
        assertThat(result.candidates().get(0).test())
                .map(SignificanceTest::level)
                .hasValueSatisfying(level -> assertThat(level).isBetween(0.038, 0.039));
        assertThat(result.candidates().get(2).wouldHaveDecided()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void aPersonsWordIsNoLookOfTheGate() {
        // Given: a point better, but maybe by chance; a person has promoted it all the same
        past.judge(2, THEN, 800, 45, 55, 100);
        past.decided(2, Outcome.PROMOTED);

        // When
        BacktestResult result = backtest.run(MODEL, THEN);

        // Then
        assertThat(result.candidates())
                .extracting(Candidate::version, Candidate::decided, Candidate::wouldHaveDecided)
                .containsExactly(tuple(2, Outcome.PROMOTED, Outcome.INCONCLUSIVE));
        assertThat(result.candidates().get(0).test())
                .map(SignificanceTest::number)
                .contains(1L);
    }

    @Test
    void whatHasNoReportIsNamedAndLeftOut() {
        // Given
        past.withoutReport(2, Outcome.PROMOTED);
        past.judge(3, THEN, 800, 20, 80, 100);

        // When
        BacktestResult result = backtest.run(MODEL, THEN);

        // Then
        assertThat(result.withoutReport()).containsExactly(2);
        assertThat(result.candidates()).extracting(Candidate::version).containsExactly(3);
    }

    @Test
    void nothingIsWritten() {
        // Given
        past.judge(2, THEN, 800, 20, 80, 100);
        past.judge(3, THEN, 800, 45, 55, 100);
        Map<String, String> before = objects();

        // When
        backtest.run(MODEL, policy(Map.of("minimum-gain", 10)));

        // Then
        assertThat(objects()).isEqualTo(before);
    }

    private Map<String, String> objects() {
        Map<String, String> objects = new HashMap<>();
        store.keys("")
                .forEach(key -> objects.put(key, Arrays.toString(store.read(key).orElseThrow())));
        return objects;
    }
}

package io.hone.registry.evaluation;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Evaluations that were read before, without their reports and sentences, which are nearly all of them. What is written
 * about a version is never written again, so an outline stays true. For any number of threads.
 */
final class Outlines {

    /** Of some 1,500 bytes each; the longest unused are read again. */
    private static final int MOST = 20_000;

    private static final String LEFT_OUT = "The evaluation itself says why.";

    private final Map<String, Evaluation> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Evaluation> eldest) {
            return size() > MOST;
        }
    };

    /** @param reading is asked for an evaluation that is not known; empty when there is none */
    Optional<Evaluation> of(String key, Supplier<Optional<Evaluation>> reading) {
        Optional<Evaluation> before = find(key);
        return before.isPresent() ? before : reading.get().map(evaluation -> keep(key, outline(evaluation)));
    }

    private synchronized Optional<Evaluation> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized Evaluation keep(String key, Evaluation outline) {
        known.put(key, outline);
        return outline;
    }

    /**
     * Forgets what is not there any more, for a model that is registered again begins its numbers anew.
     *
     * @param folder what the keys of all evaluations of the model begin with
     * @param keys those that are there
     */
    synchronized void retain(String folder, Set<String> keys) {
        known.keySet().removeIf(key -> key.startsWith(folder) && !keys.contains(key));
    }

    private static Evaluation outline(Evaluation evaluation) {
        Verdict verdict = evaluation.verdict();
        return evaluation
                .withVerdict(new Verdict(
                        verdict.model(),
                        verdict.version(),
                        verdict.at(),
                        verdict.champion(),
                        verdict.outcome(),
                        verdict.findings().stream().map(Outlines::outline).toList(),
                        verdict.test()))
                .withoutReport();
    }

    /** Of a dozen names there is one each. */
    private static Finding outline(Finding finding) {
        return new Finding(finding.rule().intern(), finding.measured(), finding.bound(), finding.passed(), LEFT_OUT);
    }
}

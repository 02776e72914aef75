package io.hone.evaluator.policy;

import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Evidence;
import io.hone.evaluator.gate.Gate;
import io.hone.evaluator.gate.Past;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges all past candidates again under another policy, in the order in which they were judged, with an account of its
 * own that begins empty. Nothing is written. Each candidate is held against the champion that it was compared with at the
 * time, though another policy might have made another one champion.
 */
public final class Backtest {

    private final ModelRegistry registry;

    public Backtest(ModelRegistry registry) {
        this.registry = registry;
    }

    public BacktestResult run(ModelName model, Policy policy) {
        List<Evaluation> past = registry.evaluations().all(model);
        Gate gate = new Gate(policy);
        Replay replay = new Replay();
        Map<Integer, Optional<Classes>> classes = new HashMap<>();
        for (Evaluation evaluation : past) {
            int version = evaluation.verdict().version();
            if (replay.isDecided(version) || replay.isNoLook(evaluation)) {
                continue;
            }
            evidence(evaluation, classes)
                    .ifPresentOrElse(
                            evidence -> replay.add(
                                    evaluation,
                                    gate.judge(
                                            evidence,
                                            replay.past(policy, version),
                                            evaluation.verdict().at())),
                            () -> replay.skip(version));
        }
        return replay.result(model, policy, actual(model, past));
    }

    /** What became of each candidate in the end, also by a person's word. */
    private Map<Integer, Verdict> actual(ModelName model, List<Evaluation> past) {
        Map<Integer, Verdict> last = new LinkedHashMap<>();
        past.forEach(evaluation -> last.put(evaluation.verdict().version(), evaluation.verdict()));
        last.replaceAll((version, verdict) ->
                registry.evaluations().settled(model, version).orElse(verdict));
        return last;
    }

    private Optional<Evidence> evidence(Evaluation evaluation, Map<Integer, Optional<Classes>> known) {
        ModelName model = evaluation.verdict().model();
        Optional<Classes> champion = classes(model, evaluation.champion().version(), known);
        Optional<Classes> candidate = classes(model, evaluation.candidate().version(), known);
        return champion.flatMap(first -> candidate.flatMap(second -> Evidence.of(evaluation, first, second)));
    }

    private Optional<Classes> classes(ModelName model, int version, Map<Integer, Optional<Classes>> known) {
        return known.computeIfAbsent(
                version, number -> registry.versions().find(model, number).map(Manifest::classes));
    }

    /** The past as it would have been. */
    private static final class Replay {

        private final List<Evaluation> judged = new ArrayList<>();
        private final Set<Integer> decided = new HashSet<>();
        private final Set<Integer> skipped = new HashSet<>();

        boolean isDecided(int version) {
            return decided.contains(version);
        }

        /** A person decides on the numbers of the last look; the gate looks at the same images twice only to give up. */
        boolean isNoLook(Evaluation evaluation) {
            Verdict verdict = evaluation.verdict();
            return verdict.test().isEmpty()
                    && !Gate.gaveUp(verdict)
                    && judged.stream()
                            .anyMatch(earlier -> earlier.verdict().version() == verdict.version()
                                    && earlier.holdOut().equals(evaluation.holdOut()));
        }

        Past past(Policy policy, int version) {
            return Past.of(judged, version, policy.alpha());
        }

        void skip(int version) {
            skipped.add(version);
        }

        void add(Evaluation evaluation, Verdict verdict) {
            judged.add(evaluation.withVerdict(verdict));
            if (verdict.outcome() != Outcome.INCONCLUSIVE) {
                decided.add(verdict.version());
            }
        }

        BacktestResult result(ModelName model, Policy policy, Map<Integer, Verdict> actual) {
            Map<Integer, Verdict> last = new LinkedHashMap<>();
            judged.forEach(evaluation -> last.put(evaluation.verdict().version(), evaluation.verdict()));
            List<BacktestResult.Candidate> candidates = last.values().stream()
                    .map(verdict -> BacktestResult.Candidate.of(actual.get(verdict.version()), verdict))
                    .toList();
            List<Integer> unknown = skipped.stream()
                    .filter(version -> !last.containsKey(version))
                    .sorted()
                    .toList();
            return new BacktestResult(model, policy, candidates, unknown);
        }
    }
}

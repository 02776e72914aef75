package io.hone.evaluator.evaluation;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Evidence;
import io.hone.evaluator.gate.Gate;
import io.hone.evaluator.gate.LoneGate;
import io.hone.evaluator.gate.Past;
import io.hone.evaluator.gate.Usability;
import io.hone.evaluator.promotion.Comparison;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks the gate, with the model's policy in force and all that is written down about its candidates so far. */
public final class Judge {

    private final ModelRegistry registry;
    private final Function<ModelName, Policy> policies;
    private final Clock clock;

    public Judge(ModelRegistry registry, Function<ModelName, Policy> policies, Clock clock) {
        this.registry = registry;
        this.policies = policies;
        this.clock = clock;
    }

    Evaluation judge(Comparison comparison) {
        Policy policy = policies.apply(comparison.model());
        Evidence evidence = new Evidence(
                comparison.model(),
                comparison.championClasses(),
                comparison.candidateClasses(),
                comparison.paired(),
                comparison.report());
        Past past = past(comparison.model(), comparison.candidate().version(), policy);
        Verdict verdict = new Gate(policy).judge(evidence, past, clock.instant());
        return comparison.withVerdict(comparison
                .unusable()
                .map(champion ->
                        beside(Usability.standIn(champion.version(), champion.reason(), verdict.champion()), verdict))
                .orElse(verdict));
    }

    private static Verdict beside(Finding first, Verdict verdict) {
        return new Verdict(
                verdict.model(),
                verdict.version(),
                verdict.at(),
                verdict.champion(),
                verdict.outcome(),
                Stream.concat(Stream.of(first), verdict.findings().stream()).toList(),
                verdict.test());
    }

    Evaluation judge(LoneExam exam) {
        ModelName model = exam.evidence().model();
        Policy policy = policies.apply(model);
        Past past = past(model, exam.evidence().candidate().version(), policy);
        Verdict verdict = new LoneGate(policy).judge(exam.evidence(), past, clock.instant());
        return exam.withVerdict(verdict);
    }

    /** Who cannot be used is not judged again; the champion is told without having been asked. */
    Evaluation reject(Manifest candidate, ChampionEntry head, long nextOffset, BrokenVersionException broken) {
        Verdict verdict = new Verdict(
                candidate.model(),
                candidate.version(),
                clock.instant(),
                head.version(),
                Outcome.REJECTED,
                List.of(Usability.candidate(candidate.version(), broken.getMessage())));
        return new Evaluation(
                verdict,
                head.sequence(),
                new HoldOutSnapshot(nextOffset, 0, Sha256.of("")),
                new Measurement(head.version(), 0, 0),
                new Measurement(candidate.version(), 0, 0),
                PairedOutcomes.NONE,
                Optional.empty());
    }

    private Past past(ModelName model, int version, Policy policy) {
        return Past.of(registry.evaluations().outlines(model), version, policy.alpha());
    }
}

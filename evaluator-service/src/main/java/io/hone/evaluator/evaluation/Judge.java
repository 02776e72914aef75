package io.hone.evaluator.evaluation;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Evidence;
import io.hone.evaluator.gate.Gate;
import io.hone.evaluator.gate.LoneGate;
import io.hone.evaluator.gate.Past;
import io.hone.evaluator.promotion.Comparison;
import io.hone.registry.ModelRegistry;
import java.time.Clock;
import java.util.function.Function;

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
        return comparison.withVerdict(new Gate(policy).judge(evidence, past, clock.instant()));
    }

    Evaluation judge(LoneExam exam) {
        ModelName model = exam.evidence().model();
        Policy policy = policies.apply(model);
        Past past = past(model, exam.evidence().candidate().version(), policy);
        Verdict verdict = new LoneGate(policy).judge(exam.evidence(), past, clock.instant());
        return exam.withVerdict(verdict);
    }

    private Past past(ModelName model, int version, Policy policy) {
        return Past.of(registry.evaluations().all(model), version, policy.alpha());
    }
}

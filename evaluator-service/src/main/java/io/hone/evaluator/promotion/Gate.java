package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets a candidate through when every rule is met; otherwise the first rule that is not decides what becomes of it. */
public final class Gate {

    private final List<Rule> rules;

    public Gate(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static Gate of(GateSettings settings) {
        return new Gate(
                List.of(new EnoughHoldOut(settings.minimumHoldOut()), new MinimumGain(settings.minimumGain())));
    }

    /** The verdict names every rule, those met among them. */
    public Verdict judge(Comparison comparison, Instant at) {
        Outcome outcome = Outcome.PROMOTED;
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            Finding finding = rule.check(comparison);
            findings.add(finding);
            if (!finding.passed() && outcome == Outcome.PROMOTED) {
                outcome = rule.whenUnmet();
            }
        }
        return new Verdict(
                comparison.model(),
                comparison.candidate().version(),
                at,
                comparison.champion().version(),
                outcome,
                findings);
    }
}

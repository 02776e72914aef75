package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Lets a candidate through when every rule is met; otherwise the first rule that is not decides what becomes of it. */
public final class Gate {

    private final List<Rule> rules;
    private final Clock clock;

    public Gate(List<Rule> rules, Clock clock) {
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    /** @param minimumGain in percentage points */
    public static Gate of(int minimumHoldOut, double minimumGain, Clock clock) {
        return new Gate(
                List.of(new ClassesKept(), new EnoughHoldOut(minimumHoldOut), new MinimumGain(minimumGain)), clock);
    }

    /** The verdict names every rule, those met among them. */
    public Verdict judge(Comparison comparison) {
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
                clock.instant(),
                comparison.champion().version(),
                outcome,
                findings);
    }
}

package io.hone.evaluator.gate;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a candidate through when it meets every rule of a policy. A verdict names every rule, those met among them.
 *
 * <p>Whether there are images enough is asked first, since it says nothing about who is better: only then the candidate is
 * tested, and every such test is one of the account, also where another rule decides.
 */
public final class Gate {

    /** The finding that is not passed until a person agrees. */
    public static final String APPROVAL = "approval";

    private final Policy policy;
    private final List<Rule> beforehand;
    private final Patience patience;

    public Gate(Policy policy) {
        this.policy = policy;
        this.beforehand = List.of(
                new ClassesKept(),
                new HoldOutImages(policy.holdOutImages()),
                new HoldOutImagesPerClass(policy.imagesPerClass(), policy.coveredClasses()),
                new NewClassImages(policy.imagesPerClass()));
        this.patience = Patience.of(policy);
    }

    /** Whether every rule was met, and only a person's word is missing. */
    public static boolean awaitsApproval(Verdict verdict) {
        return verdict.outcome() == Outcome.INCONCLUSIVE
                && verdict.findings().stream()
                        .anyMatch(finding -> finding.rule().equals(APPROVAL));
    }

    /** Whether the candidate was given up because it stayed inconclusive. */
    public static boolean gaveUp(Verdict verdict) {
        return verdict.findings().stream().anyMatch(finding -> finding.rule().equals(Patience.NAME));
    }

    public Verdict judge(Evidence evidence, Past past, Instant at) {
        Checked before = Checked.of(beforehand, evidence);
        Optional<Finding> unanswered = policy.manual() && past.awaited() ? patience.aged(past, at) : Optional.empty();
        // It has met every rule, and nobody wanted it: another test would be paid for nothing.
        return before.allMet() && unanswered.isEmpty()
                ? tested(before, evidence, past, at)
                : untested(before, evidence, past, at);
    }

    private Verdict untested(Checked before, Evidence evidence, Past past, Instant at) {
        Checked all = before.and(Checked.of(rules(new Untested(past.account().level())), evidence));
        Outcome outcome = before.allMet() ? Outcome.INCONCLUSIVE : before.outcome();
        Optional<Finding> givenUp =
                outcome == Outcome.INCONCLUSIVE ? patience.exhausted(past.looks(), past, at) : Optional.empty();
        return verdict(evidence, at, outcome, all.findings(), givenUp, Optional.empty());
    }

    private Verdict tested(Checked before, Evidence evidence, Past past, Instant at) {
        double level = past.account().level();
        Checked after = Checked.of(rules(new Significance(level)), evidence);
        Outcome outcome = after.outcome();
        List<Finding> findings = before.and(after).findings();
        var test = new SignificanceTest(
                past.tests() + 1,
                level,
                Significance.p(evidence),
                outcome == Outcome.PROMOTED,
                Optional.of(past.account().alpha()));
        if (outcome == Outcome.PROMOTED && policy.manual()) {
            List<Finding> waiting = with(findings, approval());
            return verdict(evidence, at, Outcome.INCONCLUSIVE, waiting, patience.aged(past, at), Optional.of(test));
        }
        Optional<Finding> givenUp =
                outcome == Outcome.INCONCLUSIVE ? patience.exhausted(past.looks() + 1, past, at) : Optional.empty();
        return verdict(evidence, at, outcome, findings, givenUp, Optional.of(test));
    }

    private List<Rule> rules(Rule significance) {
        return List.of(
                new MinimumGain(policy.minimumGain()),
                significance,
                new ClassRecall(policy.classLoss(), policy.classAlpha()),
                new NegativeFlips(policy.negativeFlips()),
                new CalibrationKept(policy.calibrationLoss()),
                new LatencyKept(policy.latencyFactor()),
                new BestKept(policy.bestMargin()),
                new GoldenSet(policy.goldenLoss()),
                new SharedClasses(policy.sharedLoss()),
                new NewClasses(policy.newClassRecall()));
    }

    private static Verdict verdict(
            Evidence evidence,
            Instant at,
            Outcome outcome,
            List<Finding> findings,
            Optional<Finding> givenUp,
            Optional<SignificanceTest> test) {
        return new Verdict(
                evidence.model(),
                evidence.candidate(),
                at,
                evidence.champion(),
                givenUp.isPresent() ? Outcome.REJECTED : outcome,
                givenUp.map(finding -> with(findings, finding)).orElse(findings),
                test);
    }

    static Finding approval() {
        return new Finding(APPROVAL, 0, 1, false, "Every rule is met; the candidate waits for a person to approve it.");
    }

    static List<Finding> with(List<Finding> findings, Finding last) {
        return Stream.concat(findings.stream(), Stream.of(last)).toList();
    }
}

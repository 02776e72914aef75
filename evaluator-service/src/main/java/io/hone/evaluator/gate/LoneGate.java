package io.hone.evaluator.gate;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Judges a candidate while the champion is missing or broken. It is never waved through: it must keep the classes, and be
 * right on a floor's share of enough hold-out images. Nothing is compared, so nothing is tested.
 */
public final class LoneGate {

    static final String CHAMPION = "champion-usable";
    static final String FLOOR = "floor";

    private static final int LONGEST_REASON = 500;

    private final Policy policy;

    public LoneGate(Policy policy) {
        this.policy = policy;
    }

    public Verdict judge(LoneEvidence evidence, Past past, Instant at) {
        Finding champion = champion(evidence);
        Finding classes = classes(evidence);
        Finding images = new HoldOutImages(policy.holdOutImages())
                .check(evidence.candidate().images());
        Finding floor = floor(evidence.candidate());
        List<Finding> findings = List.of(champion, classes, images, floor);
        Outcome outcome = outcome(classes, images, floor);
        if (outcome == Outcome.PROMOTED && policy.manual()) {
            return verdict(
                    evidence,
                    at,
                    Outcome.INCONCLUSIVE,
                    Gate.with(findings, Gate.approval()),
                    Patience.of(policy).aged(past, at));
        }
        Optional<Finding> givenUp =
                outcome == Outcome.INCONCLUSIVE ? Patience.of(policy).aged(past, at) : Optional.empty();
        return verdict(evidence, at, outcome, findings, givenUp);
    }

    private static Outcome outcome(Finding classes, Finding images, Finding floor) {
        if (!classes.passed()) {
            return Outcome.REJECTED;
        } else if (!images.passed()) {
            return Outcome.INCONCLUSIVE;
        }
        return floor.passed() ? Outcome.PROMOTED : Outcome.REJECTED;
    }

    private static Finding champion(LoneEvidence evidence) {
        String reason = evidence.reason().replaceAll("\\p{Cntrl}+", " ");
        return new Finding(
                CHAMPION,
                0,
                1,
                false,
                "Version %d, the champion, cannot be used, so there is nothing to compare the candidate with: %s"
                        .formatted(
                                evidence.champion(),
                                reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON)));
    }

    private static Finding classes(LoneEvidence evidence) {
        return evidence.keptClasses()
                .map(kept -> ClassesKept.check(kept, evidence.candidateClasses()))
                .orElseGet(
                        () -> new Finding(
                                ClassesKept.NAME,
                                0,
                                1,
                                false,
                                "No champion so far says any more which classes it knows: a person must promote a version whose classes are right."));
    }

    private Finding floor(Measurement candidate) {
        return new Finding(
                FLOOR,
                candidate.accuracy(),
                policy.floor(),
                candidate.accuracy() >= policy.floor(),
                "The candidate is right on %s of %s; without a champion %s is asked for."
                        .formatted(
                                Words.percent(candidate.accuracy()),
                                Words.count(candidate.images(), "hold-out image"),
                                Words.percent(policy.floor())));
    }

    private static Verdict verdict(
            LoneEvidence evidence, Instant at, Outcome outcome, List<Finding> findings, Optional<Finding> givenUp) {
        return new Verdict(
                evidence.model(),
                evidence.candidate().version(),
                at,
                evidence.champion(),
                givenUp.isPresent() ? Outcome.REJECTED : outcome,
                givenUp.map(finding -> Gate.with(findings, finding)).orElse(findings));
    }
}

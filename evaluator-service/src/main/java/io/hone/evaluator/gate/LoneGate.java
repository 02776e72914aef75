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
 * Judges a candidate while neither the champion nor any before it can be used. It is never waved through: it must keep the
 * classes, be right on a floor's share of enough hold-out images, and then wait for a person, whatever the policy's mode.
 * Nothing is compared, so nothing is tested.
 */
public final class LoneGate {

    static final String FLOOR = "floor";

    private final Policy policy;

    public LoneGate(Policy policy) {
        this.policy = policy;
    }

    public Verdict judge(LoneEvidence evidence, Past past, Instant at) {
        Finding champion = Usability.nobody(evidence.champion(), evidence.reason());
        Finding classes = classes(evidence);
        Finding images = new HoldOutImages(policy.holdOutImages())
                .check(evidence.candidate().images());
        Finding floor = floor(evidence.candidate());
        List<Finding> findings = List.of(champion, classes, images, floor);
        Outcome outcome = outcome(classes, images, floor);
        if (outcome == Outcome.PROMOTED) {
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

package io.hone.evaluator.drift.probation;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.PairedOutcomes;
import java.util.List;
import java.util.Optional;

/**
 * A newly promoted champion's first labels, on which the one before it is asked too.
 *
 * @param sequence the entry of the champion chain that promoted it
 * @param paired on the same images, the previous champion in the champion's place, the new one in the candidate's
 * @param isPromiseBroken whether it was found significantly below its promise
 * @param findings of the last checkpoint
 */
public record Probation(
        long sequence,
        int version,
        int previousVersion,
        Promise promise,
        PairedOutcomes paired,
        boolean isPromiseBroken,
        List<Finding> findings,
        ProbationStatus status) {

    public Probation {
        Checks.atLeast("sequence", sequence, 2);
        Checks.atLeast("version", version, 1);
        Checks.atLeast("previousVersion", previousVersion, 1);
        Checks.present("promise", promise);
        Checks.present("paired", paired);
        findings = List.copyOf(Checks.present("findings", findings));
        Checks.present("status", status);
    }

    public static Probation of(long sequence, int version, int previousVersion, Promise promise) {
        return new Probation(
                sequence,
                version,
                previousVersion,
                promise,
                PairedOutcomes.NONE,
                false,
                List.of(),
                ProbationStatus.RUNNING);
    }

    /** Whether a label that the champion predicts belongs to it. */
    public boolean takes(long entry, long offset) {
        return status == ProbationStatus.RUNNING && entry == sequence && offset >= promise.fromOffset();
    }

    Probation plus(boolean previousRight, boolean right) {
        return with(paired.plus(previousRight, right), isPromiseBroken, findings, status);
    }

    Probation judged(boolean broken, List<Finding> found, ProbationStatus how) {
        return with(paired, broken, found, how);
    }

    /** The champion is another's now. */
    public Probation superseded() {
        return switch (status) {
            case RUNNING, FAILED -> with(paired, isPromiseBroken, findings, ProbationStatus.SUPERSEDED);
            case PASSED, ROLLED_BACK, SUPERSEDED -> this;
        };
    }

    public Probation rolledBack() {
        return with(paired, isPromiseBroken, findings, ProbationStatus.ROLLED_BACK);
    }

    /** What the last checkpoint found about the promise; empty before the first. */
    public Optional<Finding> promiseFinding() {
        return findings.stream()
                .filter(finding -> finding.rule().equals(ProbationRules.PROMISE))
                .findFirst();
    }

    /** Why it failed, in the words of what was found. */
    public String reason() {
        String reason = String.join(
                " ",
                findings.stream()
                        .filter(finding -> !finding.passed())
                        .map(Finding::explanation)
                        .toList());
        return reason.length() <= 1000 ? reason : reason.substring(0, 999) + "…";
    }

    private Probation with(PairedOutcomes outcomes, boolean broken, List<Finding> found, ProbationStatus how) {
        return new Probation(sequence, version, previousVersion, promise, outcomes, broken, found, how);
    }
}

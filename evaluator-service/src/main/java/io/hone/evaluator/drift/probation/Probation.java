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
 * @param paired on the same images, the previous champion in the champion's place, the new one in the candidate's; images
 *     of a group that came together count as one
 * @param unpaired such labels about which the previous champion could not be asked
 * @param isPromiseBroken whether it was found significantly below its promise
 * @param findings of the last checkpoint
 * @param refusal why the champion stays though it failed
 */
public record Probation(
        long sequence,
        int version,
        int previousVersion,
        Promise promise,
        PairedOutcomes paired,
        int unpaired,
        boolean isPromiseBroken,
        List<Finding> findings,
        ProbationStatus status,
        Optional<String> refusal) {

    private static final int LONGEST_REASON = 1000;

    public Probation {
        Checks.atLeast("sequence", sequence, 2);
        Checks.atLeast("version", version, 1);
        Checks.atLeast("previousVersion", previousVersion, 1);
        Checks.present("promise", promise);
        Checks.present("paired", paired);
        Checks.atLeast("unpaired", unpaired, 0);
        findings = List.copyOf(Checks.present("findings", findings));
        Checks.present("status", status);
        Checks.present("refusal", refusal);
    }

    public static Probation of(long sequence, int version, int previousVersion, Promise promise) {
        return new Probation(
                sequence,
                version,
                previousVersion,
                promise,
                PairedOutcomes.NONE,
                0,
                false,
                List.of(),
                ProbationStatus.RUNNING,
                Optional.empty());
    }

    /** Whether a label that the champion predicts belongs to it. */
    public boolean takes(long entry, long offset) {
        return status == ProbationStatus.RUNNING && entry == sequence && offset >= promise.fromOffset();
    }

    Probation plus(boolean previousRight, boolean right) {
        return with(paired.plus(previousRight, right), unpaired, isPromiseBroken, findings, status);
    }

    Probation plusUnpaired() {
        return with(paired, unpaired + 1, isPromiseBroken, findings, status);
    }

    Probation judged(boolean broken, List<Finding> found, ProbationStatus how) {
        return with(paired, unpaired, broken, found, how);
    }

    /** The champion is another's now. */
    public Probation superseded() {
        return status.isOver() ? this : ended(ProbationStatus.SUPERSEDED);
    }

    public Probation rolledBack() {
        return ended(ProbationStatus.ROLLED_BACK);
    }

    /** @param why it could not be */
    public Probation notRolledBack(String why) {
        return new Probation(
                sequence,
                version,
                previousVersion,
                promise,
                paired,
                unpaired,
                isPromiseBroken,
                findings,
                ProbationStatus.NOT_ROLLED_BACK,
                Optional.of(why));
    }

    Probation ended(ProbationStatus how) {
        return with(paired, unpaired, isPromiseBroken, findings, how);
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
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    private Probation with(
            PairedOutcomes outcomes, int others, boolean broken, List<Finding> found, ProbationStatus how) {
        return new Probation(
                sequence, version, previousVersion, promise, outcomes, others, broken, found, how, refusal);
    }
}

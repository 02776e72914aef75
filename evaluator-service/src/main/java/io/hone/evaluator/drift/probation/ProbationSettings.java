package io.hone.evaluator.drift.probation;

import io.hone.contracts.Checks;

/**
 * How a promoted champion must prove itself.
 *
 * @param images labels that it lasts; 0 for none at all
 * @param checkpoints how often the two champions are compared, evenly over these labels
 * @param alpha how probable the rollback of a champion that is no worse may be, over all checkpoints together; the same
 *     for a promise wrongly found broken
 * @param doubt the same where the promise is broken; smaller than alpha, it changes nothing
 */
public record ProbationSettings(int images, int checkpoints, double alpha, double doubt) {

    private static final int MOST = 1_000_000;

    public ProbationSettings {
        Checks.within("hone.drift.probation-images", images, 0, MOST);
        Checks.within("hone.drift.probation-checkpoints", checkpoints, 1, Math.max(1, images));
        Checks.within("hone.drift.probation-alpha", alpha, 1e-6, 0.5);
        Checks.within("hone.drift.probation-doubt", doubt, 0, 0.5);
    }

    /** At each checkpoint an even share of the whole: see {@link ProbationRules}. */
    double level(boolean isPromiseBroken) {
        return (isPromiseBroken ? Math.max(alpha, doubt) : alpha) / checkpoints;
    }

    boolean isCheckpoint(int count) {
        return count >= images || count * (long) checkpoints / images > (count - 1) * (long) checkpoints / images;
    }
}

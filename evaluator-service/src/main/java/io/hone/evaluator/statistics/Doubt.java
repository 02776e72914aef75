package io.hone.evaluator.statistics;

import io.hone.contracts.verdict.PairedOutcomes;

/**
 * Whether a bound that is missed on some images is missed in truth, or whether more images might show it met: missed in
 * truth is what the interval at 95 % leaves no room for. Of a share that is E. B. Wilson's, of a difference T. Tango's
 * (1998); both are made of a score test, which is what is asked here. Images of groups count for as many as are
 * independent.
 */
public final class Doubt {

    /** A normal distribution lies within so many standard deviations in 95 of 100 cases. */
    public static final double FARTHEST = 1.959963984540054;

    private Doubt() {}

    /** @param margin share of the images that may be lost; negative for one that must be gained; -1 to 1 */
    public static boolean surelyLosesMore(PairedOutcomes paired, double margin) {
        double worth = worth(paired);
        return Score.of(
                        paired.votes().independent(),
                        worth * paired.onlyChampion(),
                        worth * paired.onlyCandidate(),
                        margin)
                > FARTHEST;
    }

    /** @param images some of those compared */
    public static boolean surelyMoreThan(double share, int images, PairedOutcomes of) {
        return score(share, images, of) > FARTHEST;
    }

    public static boolean surelyLessThan(double share, int images, PairedOutcomes of) {
        return score(share, images, of) < -FARTHEST;
    }

    /** What an image counts for, above 0 to 1. */
    public static double worth(PairedOutcomes paired) {
        return paired.images() == 0 ? 1 : (double) paired.votes().independent() / paired.images();
    }

    private static double score(double share, int images, PairedOutcomes of) {
        double excess = worth(of) * (images - share * of.images());
        double variance = of.votes().independent() * share * (1 - share);
        return variance > 0 ? excess / Math.sqrt(variance) : Math.signum(excess) * Double.MAX_VALUE;
    }
}

package io.hone.evaluator.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * Tests whether more than a margin is lost, when as much as the margin may be: {@code P(T >= t)} of the score statistic T
 * of T. Tango, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design",
 * Statistics in Medicine 17, 1998. Its normal distribution blames too readily where few images are mended, so the
 * probability is summed over all outcomes, as H.-M. Hsueh, J.-P. Liu and J. J. Chen do in "Unconditional exact tests for
 * equivalence or noninferiority for paired binary endpoints", Biometrics 57, 2001. Of the share that is mended in truth,
 * the worst counts that the images speak for: R. L. Berger and D. D. Boos, "P values maximized over a confidence set for
 * the nuisance parameter", Journal of the American Statistical Association 89, 1994.
 */
final class MarginTest {

    /** Probability that the share mended in truth is none of those tried; it is added to the result. */
    private static final double UNTRIED = 1e-6;

    private static final int TRIED = 32;

    /** Standard deviations beyond which nothing is summed. */
    private static final int FARTHEST = 8;

    private static final double ROUNDING = 1e-9;

    private final int images;
    private final double margin;
    private final double observed;
    private final int first;

    /** For each number of mended images, from {@link #first} on, of how many broken ones on T is as large as observed. */
    private final int[] broken;

    private MarginTest(int images, double margin, double score, double fewest, double most) {
        this.images = images;
        this.margin = margin;
        this.observed = score - ROUNDING;
        this.first = lowest(fewest);
        this.broken = broken(highest(most));
    }

    /**
     * @param broken images that only the champion has right
     * @param mended images that only the candidate has right
     * @param margin share of the images that may be lost, 0 to 1
     * @return probability of a loss as telling or more, if the margin is lost in truth; 1 where no more than that is lost
     */
    static double p(int images, int broken, int mended, double margin) {
        if (broken - mended <= margin * images) {
            return 1;
        }
        // Broken and mended images together are no more than all.
        double most = (1 - margin) / 2;
        var share = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(images, mended, UNTRIED);
        double low = Math.min(most, share.getLowerBound());
        double high = Math.min(most, share.getUpperBound());
        double score = Score.of(images, broken, mended, margin);
        return Math.min(1, UNTRIED + new MarginTest(images, margin, score, low, high).worst(low, high));
    }

    private double worst(double low, double high) {
        double worst = 0;
        for (int i = 0; i <= TRIED; i++) {
            worst = Math.max(worst, probability(low + (high - low) * i / TRIED));
        }
        return worst;
    }

    /** @param mended share of the images in truth */
    private double probability(double mended) {
        BinomialDistribution number = BinomialDistribution.of(images, mended);
        double breaks = Math.min(1, (mended + margin) / (1 - mended));
        double sum = 0;
        for (int c = lowest(mended); c <= highest(mended); c++) {
            int needed = broken[c - first];
            if (needed <= images - c) {
                sum += number.probability(c)
                        * BinomialDistribution.of(images - c, breaks).survivalProbability(needed - 1);
            }
        }
        return sum;
    }

    /** The more are mended, the more must be broken for as large a T. */
    private int[] broken(int last) {
        int[] needed = new int[last - first + 1];
        int b = 0;
        for (int c = first; c <= last; c++) {
            while (b <= images - c && Score.of(images, b, c, margin) < observed) {
                b++;
            }
            needed[c - first] = b;
        }
        return needed;
    }

    private int lowest(double mended) {
        return (int) Math.max(0, Math.floor(images * mended - reach(mended)));
    }

    private int highest(double mended) {
        return (int) Math.min(images, Math.ceil(images * mended + reach(mended)));
    }

    private double reach(double mended) {
        return FARTHEST * (1 + Math.sqrt(images * mended * (1 - mended)));
    }
}

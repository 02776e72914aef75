package io.hone.evaluator.statistics;

import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Votes;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Exact one-sided tests, which hold for few images too. Who is better is tested given the images on which the two versions
 * differ: on all others nothing can be seen. After Q. McNemar, "Note on the sampling error of the difference between correlated proportions or
 * percentages", Psychometrika 12, 1947, with the binomial in place of the normal distribution.
 */
public final class ExactTests {

    private static final BinomialTest AT_LEAST = BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);
    private static final FisherExactTest LESS_OFTEN =
            FisherExactTest.withDefaults().with(AlternativeHypothesis.LESS_THAN);

    private ExactTests() {}

    /**
     * How probable it is that a candidate that is no better mends so many of the images on which the two differ. Of groups
     * each has one vote: the sign test.
     */
    public static double better(PairedOutcomes paired) {
        Votes votes = paired.votes();
        return atLeast(votes.mended(), votes.mended() + votes.broken(), 0.5);
    }

    /** How probable it is that a candidate that is no worse breaks so many. */
    public static double worse(PairedOutcomes paired) {
        Votes votes = paired.votes();
        return atLeast(votes.broken(), votes.mended() + votes.broken(), 0.5);
    }

    /**
     * How probable so telling a loss is for a candidate that loses no more than allowed. Images of groups count for as many
     * as are independent.
     *
     * @param allowed share of the images, 0 to 1
     */
    public static double losesMore(PairedOutcomes paired, double allowed) {
        int images = paired.votes().independent();
        double worth = paired.images() == 0 ? 0 : (double) images / paired.images();
        int broken = (int) Math.floor(worth * paired.onlyChampion());
        int mended = Math.min(images - broken, (int) Math.ceil(worth * paired.onlyCandidate()));
        return MarginTest.p(images, broken, mended, allowed);
    }

    /**
     * How probable so few right ones are if the share were that of others, which are a sample too: R. A. Fisher's exact
     * test.
     */
    public static double below(int right, int images, int othersRight, int others) {
        int allRight = right + othersRight;
        if (images == 0 || others == 0 || allRight == 0 || allRight == images + others) {
            return 1;
        }
        int[][] table = {{right, images - right}, {othersRight, others - othersRight}};
        return LESS_OFTEN.test(table).getPValue();
    }

    private static double atLeast(int successes, int trials, double probability) {
        return trials == 0 ? 1 : AT_LEAST.test(trials, successes, probability).getPValue();
    }
}

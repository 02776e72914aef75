package io.hone.evaluator.drift.probation;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.FisherExactTest;

/** One-sided and exact, so that they hold for few labels too. */
final class ExactTests {

    private static final BinomialTest MORE_OFTEN = BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);
    private static final FisherExactTest LESS_OFTEN =
            FisherExactTest.withDefaults().with(AlternativeHypothesis.LESS_THAN);

    private ExactTests() {}

    /**
     * McNemar's test, exact: how probable a lead at least as large is between two that are equally good.
     *
     * @param onlyFirst images that only the first is right about
     * @param onlySecond images that only the second is right about
     */
    static double better(int onlyFirst, int onlySecond) {
        int differing = onlyFirst + onlySecond;
        return differing == 0 ? 1 : MORE_OFTEN.test(differing, onlyFirst, 0.5).getPValue();
    }

    /**
     * Fisher's test: how probable so few right ones are if the share were that of the others. It reckons with the others
     * being a sample too.
     */
    static double below(int right, int images, int othersRight, int others) {
        int allRight = right + othersRight;
        if (images == 0 || others == 0 || allRight == 0 || allRight == images + others) {
            return 1;
        }
        int[][] table = {{right, images - right}, {othersRight, others - othersRight}};
        return LESS_OFTEN.test(table).getPValue();
    }
}

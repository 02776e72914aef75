package io.hone.evaluator.report;

import io.hone.contracts.verdict.Interval;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** Where a share most probably lies that was counted on some images: the Wilson score interval at 95 %. */
final class Wilson {

    private static final double ERROR_RATE = 0.05;
    private static final Interval NOTHING_KNOWN = new Interval(0, 1);

    private Wilson() {}

    static Interval of(int correct, int images) {
        if (images == 0) {
            return NOTHING_KNOWN;
        }
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(images, correct, ERROR_RATE);
        return new Interval(interval.getLowerBound(), interval.getUpperBound());
    }
}

package io.hone.bench.drift;

/**
 * The test of Page (Continuous Inspection Schemes, 1954) in the form of Hinkley (1971), for the mean of errors: the sum of
 * what exceeds the mean so far by more than a tolerance, above its lowest point. The product does not have it; it is here
 * to be compared with.
 *
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page, 1954</a>
 */
final class PageHinkley implements Detector {

    private static final int FIRST = 30;

    private final double tolerance;
    private final double threshold;
    private final boolean isStandardised;

    private int answers;
    private int wrong;
    private double sum;
    private double lowest;

    /**
     * @param tolerance rise of the error rate that is none yet
     * @param threshold of the sum
     * @param isStandardised whether both are in standard deviations of one answer, so that false alarms are as rare at
     *     any accuracy
     */
    PageHinkley(double tolerance, double threshold, boolean isStandardised) {
        this.tolerance = tolerance;
        this.threshold = threshold;
        this.isStandardised = isStandardised;
    }

    @Override
    public boolean add(boolean isRight) {
        double rate = (wrong + 1.0) / (answers + 2.0);
        double excess = (isRight ? 0 : 1) - rate;
        answers++;
        wrong += isRight ? 0 : 1;
        if (answers <= FIRST) {
            return false;
        }
        sum += (isStandardised ? excess / Math.sqrt(rate * (1 - rate)) : excess) - tolerance;
        lowest = Math.min(lowest, sum);
        boolean isFound = sum - lowest > threshold;
        if (isFound) {
            begin();
        }
        return isFound;
    }

    private void begin() {
        answers = 0;
        wrong = 0;
        sum = 0;
        lowest = 0;
    }
}

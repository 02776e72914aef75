package io.hone.evaluator.drift;

/**
 * Accuracy that is demanded of a full window. Whoever is near it would fall below it with every other label: so it counts
 * as recovered once it is above by more than the chance of such a window, two standard errors.
 *
 * @param least accuracy, 0 to 1
 * @param window in labels
 */
record AccuracyFloor(double least, int window) {

    /** @param wasBelow whether it has not recovered from an earlier fall */
    boolean isBelow(double accuracy, int labels, boolean wasBelow) {
        return wasBelow ? accuracy < recovered() : labels >= window && accuracy < least;
    }

    private double recovered() {
        return Math.min(1, least + 2 * Math.sqrt(least * (1 - least) / window));
    }
}

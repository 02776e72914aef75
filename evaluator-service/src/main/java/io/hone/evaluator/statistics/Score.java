package io.hone.evaluator.statistics;

/** Tango's score statistic: by how many standard deviations a loss exceeds a margin, if the margin is lost in truth. */
final class Score {

    private Score() {}

    /**
     * @param broken images that only the champion has right
     * @param mended images that only the candidate has right
     * @param margin share of the images, -1 to 1
     */
    static double of(double images, double broken, double mended, double margin) {
        double excess = broken - mended - images * margin;
        double variance = images * (2 * mended(images, broken, mended, margin) + margin * (1 - margin));
        return variance > 0 ? excess / Math.sqrt(variance) : Math.signum(excess) * Double.MAX_VALUE;
    }

    /** The most likely share of mended images in truth, given that the margin is lost: the root of a quadratic equation. */
    private static double mended(double images, double broken, double mended, double margin) {
        double b = -broken - mended + (2 * images - broken + mended) * margin;
        double c = -mended * margin * (1 - margin);
        return Math.max(0, (Math.sqrt(b * b - 8 * images * c) - b) / (4 * images));
    }
}

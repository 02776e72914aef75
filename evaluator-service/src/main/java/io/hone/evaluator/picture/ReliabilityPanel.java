package io.hone.evaluator.picture;

import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.Calibration.Bin;

/**
 * How often a version is right where it is so sure; below, how many images there are.
 *
 * @param left of the axes, in pixels
 * @param top of the axes
 */
record ReliabilityPanel(Calibration calibration, double left, double top) {

    static final int SIZE = 330;
    static final int COUNTS = 60;
    private static final int APART = 34;
    private static final int TICK = 20;
    private static final int HUNDRED = 100;

    /** From the top of the axes to the last line of text. */
    static final int HEIGHT = SIZE + APART + COUNTS + 40;

    void draw(Svg svg) {
        drawAxes(svg);
        int most = calibration.bins().stream().mapToInt(Bin::images).max().orElse(1);
        for (Bin bin : calibration.bins()) {
            drawBin(svg, bin);
            double height = (double) COUNTS * bin.images() / most;
            svg.rectangle("count", x(bin.from()) + 1, countsBottom() - height, width(bin), height);
        }
        svg.line("ideal", x(0), y(0), x(1), y(1))
                .line("ideal", x(0), countsBottom(), x(1), countsBottom())
                .text("", x(0), countsBottom() - COUNTS - 6, "images, at most " + Words.count(most))
                .text("middle", x(0.5), countsBottom() + 34, "how sure it is, in per cent");
    }

    private void drawAxes(Svg svg) {
        svg.rectangle("frame", left, top, SIZE, SIZE);
        for (int tick = 0; tick <= HUNDRED; tick += TICK) {
            double share = (double) tick / HUNDRED;
            svg.line("grid", x(0), y(share), x(1), y(share))
                    .text("end", left - 6, y(share) + 4, Integer.toString(tick))
                    .text("middle", x(share), countsBottom() + 16, Integer.toString(tick));
        }
        svg.upright("middle", left - 34, y(0.5), "how often it is right, in per cent");
    }

    private void drawBin(Svg svg, Bin bin) {
        double height = SIZE * bin.accuracy();
        svg.rectangle("bar", x(bin.from()) + 1, y(0) - height, width(bin), height)
                .line("said", x(bin.from()) + 1, y(bin.confidence()), x(bin.to()) - 1, y(bin.confidence()));
    }

    private double width(Bin bin) {
        return SIZE * (bin.to() - bin.from()) - 2;
    }

    private double countsBottom() {
        return top + SIZE + APART + COUNTS;
    }

    private double x(double share) {
        return left + SIZE * share;
    }

    private double y(double share) {
        return top + SIZE * (1 - share);
    }
}

package io.hone.evaluator.report;

import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.Calibration.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a version is right as often as it says, over {@value #BINS} bins of equal width: bin i holds confidences above
 * i / {@value #BINS}, up to and with (i + 1) / {@value #BINS}; the first holds 0 too. Number of bins and borders as in
 * Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", 2017.
 */
final class Reliability {

    static final int BINS = 15;

    private final int[] images = new int[BINS];
    private final int[] correct = new int[BINS];
    private final double[] confidence = new double[BINS];

    private Reliability() {}

    /** Images of classes that the version does not know say nothing: it cannot but be wrong, however sure. */
    static Calibration of(AnswerSheet sheet) {
        Set<String> known = Set.copyOf(sheet.classes().labels());
        Reliability reliability = new Reliability();
        for (int image = 0; image < sheet.size(); image++) {
            if (known.contains(sheet.label(image))) {
                reliability.add(sheet.confidence(image), sheet.isRight(image));
            }
        }
        return reliability.calibration();
    }

    private void add(double sure, boolean right) {
        int bin = Math.max(0, (int) Math.ceil(sure * BINS) - 1);
        images[bin]++;
        correct[bin] += right ? 1 : 0;
        confidence[bin] += sure;
    }

    private Calibration calibration() {
        int all = IntStream.of(images).sum();
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            if (images[i] > 0) {
                double from = (double) i / BINS;
                double to = (i + 1.0) / BINS;
                bins.add(new Bin(from, to, images[i], mean(i), (double) correct[i] / images[i]));
                error += Math.abs(correct[i] - confidence[i]) / all;
            }
        }
        return new Calibration(Math.min(error, 1), bins);
    }

    private double mean(int bin) {
        return Math.min(confidence[bin] / images[bin], 1);
    }
}

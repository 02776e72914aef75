package io.hone.vision.linear;

import java.util.Arrays;

/**
 * Margins to probabilities by one factor for all, which leaves every prediction as it is (temperature scaling: Guo et
 * al. 2017, "On calibration of modern neural networks"). The factor is the likeliest for margins that the classifier
 * gave to images it was not fitted on. As Platt (1999) has it, each of those is taken as right a little less than
 * certainly, or margins without a mistake would ask for an infinite factor.
 */
final class Temperature {

    private static final double TOLERANCE = 1e-6;

    private final float[] margins;
    private final int[] labels;
    private final int classes;
    private final double doubt;

    private Temperature(float[] margins, int[] labels, int classes) {
        this.margins = margins;
        this.labels = labels;
        this.classes = classes;
        this.doubt = 1.0 / (labels.length + 2);
    }

    /**
     * @param margins n × classes
     * @return 1 / temperature, above 0
     */
    static double factor(float[] margins, int[] labels, int classes) {
        // Sought by its logarithm, which keeps it positive.
        double[] logarithm = {0};
        Minimiser.minimise(new Temperature(margins, labels, classes)::loss, logarithm, TOLERANCE);
        return Math.exp(logarithm[0]);
    }

    private double loss(double[] logarithm, double[] gradient) {
        double factor = Math.exp(logarithm[0]);
        double[] scaled = new double[classes];
        double loss = 0;
        double slope = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int classId = 0; classId < classes; classId++) {
                scaled[classId] = factor * margins[i * classes + classId];
            }
            double wanted = wanted(scaled, labels[i]);
            double top = Arrays.stream(scaled).max().orElseThrow();
            double sum =
                    Arrays.stream(scaled).map(margin -> Math.exp(margin - top)).sum();
            double mean = Arrays.stream(scaled)
                    .map(margin -> margin * Math.exp(margin - top) / sum)
                    .sum();
            loss += top + Math.log(sum) - wanted;
            slope += mean - wanted;
        }
        gradient[0] = slope / labels.length;
        return loss / labels.length;
    }

    /** The mean of the margins under the probabilities that are aimed at. */
    private double wanted(double[] scaled, int label) {
        double others = Arrays.stream(scaled).sum() - scaled[label];
        return (1 - doubt) * scaled[label] + doubt * others / (classes - 1);
    }
}

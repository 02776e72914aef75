package io.hone.vision.linear;

/**
 * Features on one scale, so that one penalty suits all: mean 0 and variance 1 over the examples. A feature that says
 * the same about each of them becomes 0, and so is left alone by the fit.
 *
 * @param mean by feature
 * @param inverse 1 / standard deviation by feature; 0 for a constant feature
 */
record Standardisation(double[] mean, double[] inverse) {

    /** Of the feature's magnitude: below it, what varies is the rounding of 32-bit floats. */
    private static final double CONSTANT = 1e-6;

    static Standardisation of(Examples examples) {
        int width = examples.width();
        double[] mean = new double[width];
        double[] square = new double[width];
        float[] features = examples.features();
        for (int i = 0; i < features.length; i++) {
            mean[i % width] += features[i] / (double) examples.count();
        }
        for (int i = 0; i < features.length; i++) {
            double difference = features[i] - mean[i % width];
            square[i % width] += difference * difference / examples.count();
        }
        double[] inverse = new double[width];
        for (int i = 0; i < width; i++) {
            double deviation = Math.sqrt(square[i]);
            inverse[i] = deviation > CONSTANT * Math.abs(mean[i]) ? 1 / deviation : 0;
        }
        return new Standardisation(mean, inverse);
    }

    /** @return n × width */
    float[] apply(Examples examples) {
        int width = examples.width();
        float[] features = examples.features();
        float[] standard = new float[features.length];
        for (int i = 0; i < features.length; i++) {
            standard[i] = (float) ((features[i] - mean[i % width]) * inverse[i % width]);
        }
        return standard;
    }

    /**
     * The prior plus a change that was learnt on standardised features, for features as they are. Where nothing
     * changed, the prior stays bit for bit.
     *
     * @param weights classes × width
     * @param biases by class
     */
    LinearClassifier fold(LinearClassifier prior, double[] weights, double[] biases) {
        int width = prior.width();
        float[] folded = new float[weights.length];
        double[] shift = biases.clone();
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i] * inverse[i % width];
            folded[i] = (float) (prior.weights()[i] + weight);
            shift[i / width] -= weight * mean[i % width];
        }
        float[] foldedBiases = new float[biases.length];
        for (int classId = 0; classId < biases.length; classId++) {
            foldedBiases[classId] = (float) (prior.biases()[classId] + shift[classId]);
        }
        return new LinearClassifier(prior.classes(), width, folded, foldedBiases);
    }
}

package io.hone.vision.linear;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.classifier.TorchEngine;

/**
 * The mean loss of a prior that is changed, natively. A point is the change: classes × width weights for standardised
 * features, then one bias for each class. The features lie on the device once for all points.
 */
final class HeadObjective implements Minimiser.Objective, AutoCloseable {

    private static final int[] OVER_EXAMPLES = {1};

    private final NDManager manager;
    private final Loss loss;
    private final int classes;
    private final int width;
    // Classes come first in each matrix: with few classes and many images, products are up to seven times faster so.
    private final NDArray features;
    private final NDArray priorMargins;
    private final NDArray truth;

    HeadObjective(
            Examples examples,
            Standardisation standardisation,
            LinearClassifier prior,
            Loss loss,
            DeviceChoice device) {
        this.loss = loss;
        classes = examples.classes();
        width = examples.width();
        manager = TorchEngine.newManager(device);
        features = manager.create(standardisation.apply(examples), new Shape(examples.count(), width));
        priorMargins = manager.create(prior.margins(examples), new Shape(examples.count(), classes))
                .transpose();
        truth = manager.create(oneHot(examples), new Shape(classes, examples.count()));
    }

    private static double[] oneHot(Examples examples) {
        double[] oneHot = new double[examples.classes() * examples.count()];
        for (int i = 0; i < examples.count(); i++) {
            oneHot[examples.labels()[i] * examples.count() + i] = 1;
        }
        return oneHot;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        try (NDScope memory = new NDScope()) {
            memory.suppressNotUsedWarning();
            Loss.Cost cost = loss.of(margins(manager.create(point)), truth);
            NDArray byWeight = cost.slopes().toType(DataType.FLOAT32, false).matMul(features);
            copy(byWeight.toType(DataType.FLOAT64, false), gradient, 0);
            copy(cost.slopes().sum(OVER_EXAMPLES), gradient, classes * width);
            return cost.mean();
        }
    }

    /** In 64 bits once multiplied: the line search compares losses that differ in their last digits. */
    private NDArray margins(NDArray change) {
        long weights = (long) classes * width;
        NDArray matrix = change.get("0:" + weights).reshape(classes, width);
        NDArray bias = change.get(weights + ":").reshape(classes, 1);
        return matrix.toType(DataType.FLOAT32, false)
                .matMul(features.transpose())
                .add(priorMargins)
                .toType(DataType.FLOAT64, false)
                .add(bias);
    }

    private static void copy(NDArray numbers, double[] to, int start) {
        double[] values = numbers.toDoubleArray();
        System.arraycopy(values, 0, to, start, values.length);
    }

    @Override
    public void close() {
        manager.close();
    }
}

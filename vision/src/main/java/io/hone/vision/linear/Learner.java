package io.hone.vision.linear;

import io.hone.vision.classifier.DeviceChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Changes a prior no more than the examples ask for: the penalty is on the change of the weights (L2-SP: Li, Grandvalet
 * and Davoine 2018, "Explicit inductive bias for transfer learning with convolutional networks"), not on that of the
 * biases. The same examples give the same bits.
 */
final class Learner {

    private final LinearClassifier prior;
    private final Loss loss;
    private final DeviceChoice device;
    private final double tolerance;
    private final BooleanSupplier cancelled;

    /**
     * @param tolerance of {@link Minimiser#minimise}
     * @param cancelled asked before each look at all examples
     */
    Learner(LinearClassifier prior, Loss loss, DeviceChoice device, double tolerance, BooleanSupplier cancelled) {
        this.prior = prior;
        this.loss = loss;
        this.device = device;
        this.tolerance = tolerance;
        this.cancelled = cancelled;
    }

    /**
     * Each fit begins where the one before ended, so that the strongest penalty first is fastest.
     *
     * @return a classifier for each penalty, in their order
     * @throws CancellationException if it was stopped
     */
    List<LinearClassifier> fit(Examples examples, List<Double> l2s) {
        Standardisation standardisation = Standardisation.of(examples);
        int weights = examples.classes() * examples.width();
        double[] change = new double[weights + examples.classes()];
        List<LinearClassifier> fitted = new ArrayList<>();
        try (HeadObjective objective = new HeadObjective(examples, standardisation, prior, loss, device)) {
            for (double l2 : l2s) {
                Minimiser.minimise(stoppable(penalised(objective, l2, weights)), change, tolerance);
                fitted.add(standardisation.fold(
                        prior, Arrays.copyOf(change, weights), Arrays.copyOfRange(change, weights, change.length)));
            }
        }
        return fitted;
    }

    private Minimiser.Objective stoppable(Minimiser.Objective objective) {
        return (point, gradient) -> {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("stopped while a linear classifier was fitted");
            }
            return objective.at(point, gradient);
        };
    }

    /** Adds {@code l2/2 · ‖change of the weights‖²}. */
    static Minimiser.Objective penalised(Minimiser.Objective objective, double l2, int weights) {
        return (change, gradient) -> {
            double value = objective.at(change, gradient);
            for (int i = 0; i < weights; i++) {
                gradient[i] += l2 * change[i];
                value += l2 / 2 * change[i] * change[i];
            }
            return value;
        };
    }
}

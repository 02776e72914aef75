package io.hone.vision.linear;

import com.github.lbfgs4j.liblbfgs.Lbfgs;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.LBFGS_Param;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.ReturnValue;
import com.github.lbfgs4j.liblbfgs.MutableDouble;

/** The lowest point of a smooth convex function, by L-BFGS (Liu and Nocedal 1989). */
final class Minimiser {

    private static final int CORRECTIONS = 10;
    private static final int MOST_ITERATIONS = 500;

    private Minimiser() {}

    @FunctionalInterface
    interface Objective {
        /**
         * @param gradient is filled
         * @return the value at {@code point}
         */
        double at(double[] point, double[] gradient);
    }

    /**
     * @param start becomes the lowest point
     * @param tolerance the gradient's length at the end, relative to the point's where that is above 1
     * @throws IllegalStateException if the function has no finite value there
     */
    static void minimise(Objective objective, double[] start, double tolerance) {
        LBFGS_Param parameters = Lbfgs.defaultParams();
        parameters.m = CORRECTIONS;
        parameters.epsilon = tolerance;
        parameters.max_iterations = MOST_ITERATIONS;
        MutableDouble value = new MutableDouble();
        // A search that stops at the limits of precision leaves the best point it found.
        ReturnValue end = Lbfgs.lbfgs(
                start.length,
                start,
                value,
                (instance, point, gradient, length, step) -> finite(objective.at(point, gradient)),
                null,
                null,
                parameters);
        if (end == ReturnValue.LBFGSERR_INVALIDPARAMETERS) {
            throw new IllegalStateException("the minimiser refused its parameters");
        }
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("the loss of the linear classifier is %s".formatted(value));
        }
        return value;
    }
}

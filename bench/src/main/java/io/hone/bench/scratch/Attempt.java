package io.hone.bench.scratch;

import io.hone.contracts.run.CurvePoint;
import java.util.List;

/**
 * A way to learn new classes, and how it went.
 *
 * @param curve accuracy on the test images over the iterations
 */
record Attempt(String name, List<CurvePoint> curve, double seconds) {

    Attempt {
        curve = List.copyOf(curve);
    }

    /** @return iteration of the first look that saw so much, NaN if none did */
    double iterationsTo(double accuracy) {
        return curve.stream()
                .filter(point -> point.validationAccuracy().orElseThrow() >= accuracy)
                .mapToDouble(CurvePoint::iteration)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What the last look saw, 0 to 1. */
    double finalAccuracy() {
        return curve.get(curve.size() - 1).validationAccuracy().orElseThrow();
    }

    /** How many times fewer iterations than the other to the same accuracy. */
    double timesFasterThan(Attempt other, double accuracy) {
        return other.iterationsTo(accuracy) / iterationsTo(accuracy);
    }
}

package io.hone.trainer.finetune;

import io.hone.contracts.Checks;
import io.hone.contracts.run.CurvePoint;
import java.util.List;
import java.util.Optional;

/**
 * How a run gets on.
 *
 * @param iteration steps done
 * @param loss mean cross-entropy, in nats, over the steps since the last time it was told
 * @param imagesPerSecond since the last time it was told
 * @param curve loss and accuracy so far
 * @param drawn whether the curve's last point is new
 */
public record Progress(
        int iteration, int iterations, double loss, double imagesPerSecond, List<CurvePoint> curve, boolean drawn) {

    public Progress {
        Checks.within("iteration", iteration, 1, iterations);
        curve = List.copyOf(curve);
    }

    /** The curve's last point, if it is new. */
    public Optional<CurvePoint> point() {
        return drawn ? Optional.of(curve.get(curve.size() - 1)) : Optional.empty();
    }
}

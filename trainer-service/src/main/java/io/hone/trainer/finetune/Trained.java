package io.hone.trainer.finetune;

import io.hone.contracts.Checks;
import io.hone.contracts.run.CurvePoint;
import io.hone.registry.version.HeadFit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run has made.
 *
 * @param torchScript the weights that become the candidate
 * @param iterations steps taken
 * @param keptIteration after which the weights were these
 * @param loss mean training loss, in nats, at these weights
 * @param validationAccuracy of these weights, 0 to 1; absent without a validation slice
 * @param curve loss and accuracy over the iterations
 * @param headFit how the head was fitted, when it was not trained by gradients
 */
public record Trained(
        Path torchScript,
        int iterations,
        int keptIteration,
        double loss,
        Optional<Double> validationAccuracy,
        List<CurvePoint> curve,
        Optional<HeadFit> headFit) {

    public Trained {
        Checks.present("torchScript", torchScript);
        Checks.atLeast("iterations", iterations, 1);
        Checks.within("keptIteration", keptIteration, 1, iterations);
        Checks.present("validationAccuracy", validationAccuracy);
        curve = List.copyOf(curve);
        Checks.present("headFit", headFit);
    }
}

package io.hone.contracts.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hone.contracts.Checks;
import java.util.Optional;

/**
 * How a run had got on by an iteration.
 *
 * @param iteration steps done
 * @param loss mean training loss, in nats, over the steps since the point before
 * @param validationLoss mean cross-entropy, in nats, of the validation slice
 * @param validationAccuracy share of the validation slice that is classified rightly, 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CurvePoint(
        int iteration, double loss, Optional<Double> validationLoss, Optional<Double> validationAccuracy) {

    public CurvePoint {
        Checks.atLeast("iteration", iteration, 1);
        validationLoss = validationLoss == null ? Optional.empty() : validationLoss;
        validationAccuracy = validationAccuracy == null ? Optional.empty() : validationAccuracy;
        validationAccuracy.ifPresent(accuracy -> Checks.within("validationAccuracy", accuracy, 0, 1));
    }
}

package io.hone.trainer.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.run.CurvePoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a run ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunOutcome.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = RunOutcome.Failed.class, name = "failed")
})
public sealed interface RunOutcome {

    Instant at();

    /**
     * @param version the candidate that came of it
     * @param loss at the end, in nats
     * @param kind that was carried out
     * @param iterations steps taken
     * @param validationAccuracy of the candidate's weights, 0 to 1; absent without a validation slice
     * @param seconds the training took
     * @param curve loss and accuracy over the iterations
     */
    record Finished(
            Instant at,
            int version,
            Kind kind,
            int iterations,
            double loss,
            Optional<Double> validationAccuracy,
            double seconds,
            List<CurvePoint> curve)
            implements RunOutcome {

        public Finished {
            // One that an earlier release wrote down did not say.
            kind = kind == null ? Kind.FULL : kind;
            validationAccuracy = validationAccuracy == null ? Optional.empty() : validationAccuracy;
            curve = curve == null ? List.of() : List.copyOf(curve);
        }
    }

    /**
     * @param reason what went wrong and what to do about it
     * @param curve as far as it came
     */
    record Failed(Instant at, String reason, List<CurvePoint> curve) implements RunOutcome {

        public Failed {
            curve = curve == null ? List.of() : List.copyOf(curve);
        }
    }
}

package io.hone.evaluator.drift;

import io.hone.contracts.Checks;
import io.hone.evaluator.drift.probation.ProbationSettings;
import java.util.OptionalDouble;

/**
 * How a model's incoming labels are looked at.
 *
 * @param window labels of the sliding window
 * @param halfLife labels after which an answer counts half in the exponential accuracy
 * @param delta of the detector: how probable a false alarm may be, at each look
 * @param floor accuracy below which a full window is told, 0 to 1; absent for none
 */
public record DriftSettings(
        int window, double halfLife, double delta, OptionalDouble floor, ProbationSettings probation) {

    /** What holds where nothing is set. */
    public static final DriftSettings DEFAULT =
            new DriftSettings(500, 250, 0.05, OptionalDouble.empty(), new ProbationSettings(500, 5, 0.05, 0.1));

    public DriftSettings {
        Checks.within("hone.drift.window", window, 10, 5000);
        Checks.within("hone.drift.half-life", halfLife, 1, 1_000_000);
        Checks.within("hone.drift.delta", delta, 1e-9, 0.5);
        if (floor.isPresent()) {
            Checks.within("hone.drift.floor", floor.getAsDouble(), 0, 1);
        }
        Checks.present("probation", probation);
    }
}

package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;

/**
 * Demands that the candidate is nearly as sure as it should be, compared with the champion.
 *
 * @param loss by how much its expected calibration error may be larger, 0 to 1
 */
record CalibrationKept(double loss) implements Rule {

    static final String NAME = "calibration";

    @Override
    public Finding check(Evidence evidence) {
        Calibration champion = evidence.report().champion().calibration();
        Calibration candidate = evidence.report().candidate().calibration();
        if (champion.bins().isEmpty() || candidate.bins().isEmpty()) {
            return new Finding(NAME, 0, loss, true, "How sure the versions are was not measured.");
        }
        double bound = champion.error() + loss;
        return new Finding(
                NAME,
                candidate.error(),
                bound,
                candidate.error() <= bound,
                "The candidate's confidence is off by %s on average, the champion's by %s; up to %s is allowed."
                        .formatted(
                                Words.percent(candidate.error()),
                                Words.percent(champion.error()),
                                Words.percent(bound)));
    }

    @Override
    public Outcome whenUnmet() {
        return Outcome.REJECTED;
    }
}

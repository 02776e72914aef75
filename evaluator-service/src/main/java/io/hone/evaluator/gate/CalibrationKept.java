package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.evaluator.statistics.Doubt;

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
                "The candidate's confidence is off by %s on average, the champion's by %s; up to %s is allowed%s"
                        .formatted(
                                Words.percent(candidate.error()),
                                Words.percent(champion.error()),
                                Words.percent(bound),
                                Words.end(candidate.error() <= bound, isSurelyMore(evidence))));
    }

    private boolean isSurelyMore(Evidence evidence) {
        Calibration champion = evidence.report().champion().calibration();
        Calibration candidate = evidence.report().candidate().calibration();
        double excess = candidate.error() - champion.error() - loss;
        double variance = (variance(champion) + variance(candidate)) / Doubt.worth(evidence.paired());
        return excess > Doubt.FARTHEST * Math.sqrt(variance);
    }

    /**
     * Of the error, by the delta method, with confidences taken as given. Where all images of a bin are right, that many
     * more would be is not certain: one right and one wrong image are added to each (Laplace's rule).
     */
    private static double variance(Calibration calibration) {
        double images =
                calibration.bins().stream().mapToInt(Calibration.Bin::images).sum();
        return calibration.bins().stream()
                .mapToDouble(bin -> {
                    double right = (bin.accuracy() * bin.images() + 1) / (bin.images() + 2);
                    return bin.images() * right * (1 - right) / (images * images);
                })
                .sum();
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return isSurelyMore(evidence) ? Outcome.REJECTED : Outcome.INCONCLUSIVE;
    }
}

package io.hone.trainer.finetune;

import io.hone.contracts.Checks;
import io.hone.contracts.run.CurvePoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run stands, besides what the network has learnt: enough to go on as if nothing had happened.
 *
 * @param images digest of those that the run trains on
 * @param iteration steps done
 * @param lossSum over the steps since the last point of the curve, in nats
 * @param lossSteps since the last point
 * @param best the point whose weights were best so far; absent before the first look at a validation slice
 * @param looksSinceBest that brought nothing better
 */
record RunState(
        String images,
        int iteration,
        double lossSum,
        int lossSteps,
        List<CurvePoint> curve,
        Optional<CurvePoint> best,
        int looksSinceBest) {

    static RunState start(String images) {
        return new RunState(images, 0, 0, 0, List.of(), Optional.empty(), 0);
    }

    RunState {
        Checks.atLeast("iteration", iteration, 0);
        curve = List.copyOf(curve);
        Checks.present("best", best);
    }

    RunState stepped(double loss) {
        return new RunState(images, iteration + 1, lossSum + loss, lossSteps + 1, curve, best, looksSinceBest);
    }

    /** A point of the curve, here; the best there was, when it is right at least as often as the best before. */
    RunState looked(Optional<Validator.Look> look) {
        CurvePoint point = new CurvePoint(
                iteration, lossSum / lossSteps, look.map(Validator.Look::loss), look.map(Validator.Look::accuracy));
        double accuracy = point.validationAccuracy().orElse(-1.0);
        double before = best.flatMap(CurvePoint::validationAccuracy).orElse(-1.0);
        return new RunState(
                images,
                iteration,
                0,
                0,
                Stream.concat(curve.stream(), Stream.of(point)).toList(),
                look.isPresent() && accuracy >= before ? Optional.of(point) : best,
                look.isEmpty() || accuracy > before ? 0 : looksSinceBest + 1);
    }

    Optional<CurvePoint> lastPoint() {
        return curve.isEmpty() ? Optional.empty() : Optional.of(curve.get(curve.size() - 1));
    }

    /** Whether these very weights are the best so far. */
    boolean isBest() {
        return best.filter(point -> point.iteration() == iteration).isPresent();
    }
}

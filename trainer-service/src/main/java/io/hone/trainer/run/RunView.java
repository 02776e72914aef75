package io.hone.trainer.run;

import io.hone.contracts.recipe.Kind;
import io.hone.contracts.run.CurvePoint;
import io.hone.contracts.run.Trigger;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.plan.RunPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as people see it.
 *
 * @param state running, finished or failed
 * @param recipe full, partial, head or auto
 * @param kind what was carried out, once it has finished
 * @param newClasses labels that become classes by this run
 * @param iteration steps done, as far as this process knows
 * @param loss in nats: of the last second while it runs, of the candidate's weights when it has finished
 * @param validationAccuracy of the latest look while it runs, of the candidate's weights when it has finished, 0 to 1
 * @param version the candidate that came of it
 * @param reason why it failed
 * @param curve loss and accuracy over the iterations so far
 */
public record RunView(
        String run,
        String state,
        Trigger trigger,
        int baseVersion,
        Kind recipe,
        Optional<Kind> kind,
        int newImages,
        int replayedImages,
        List<String> newClasses,
        int iteration,
        int iterations,
        Optional<Double> loss,
        Optional<Double> validationAccuracy,
        Optional<Double> imagesPerSecond,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Integer> version,
        Optional<Double> seconds,
        Optional<String> reason,
        List<CurvePoint> curve) {

    static RunView of(JournalledRun run, Optional<RunProgress> lastProgress) {
        RunPlan plan = run.plan();
        Optional<Progress> progress =
                lastProgress.filter(last -> last.run().equals(plan.run())).map(RunProgress::progress);
        Optional<RunOutcome.Finished> finished =
                run.outcome().filter(RunOutcome.Finished.class::isInstance).map(RunOutcome.Finished.class::cast);
        Optional<RunOutcome.Failed> failed =
                run.outcome().filter(RunOutcome.Failed.class::isInstance).map(RunOutcome.Failed.class::cast);
        List<CurvePoint> curve = finished.map(RunOutcome.Finished::curve)
                .or(() -> failed.map(RunOutcome.Failed::curve))
                .or(() -> progress.map(Progress::curve))
                .orElse(List.of());
        return new RunView(
                plan.run(),
                finished.isPresent() ? "finished" : failed.isPresent() ? "failed" : "running",
                plan.trigger(),
                plan.baseVersion(),
                plan.recipe().kind(),
                finished.map(RunOutcome.Finished::kind),
                plan.dataset().newImages(),
                plan.dataset().replayedImages(),
                plan.newClasses(),
                finished.map(RunOutcome.Finished::iterations)
                        .or(() -> progress.map(Progress::iteration))
                        .orElse(0),
                progress.map(Progress::iterations).orElseGet(plan::iterations),
                finished.map(RunOutcome.Finished::loss).or(() -> progress.map(Progress::loss)),
                finished.map(RunOutcome.Finished::validationAccuracy).orElseGet(() -> last(curve)),
                progress.map(Progress::imagesPerSecond),
                plan.plannedAt(),
                run.outcome().map(RunOutcome::at),
                finished.map(RunOutcome.Finished::version),
                finished.map(RunOutcome.Finished::seconds),
                failed.map(RunOutcome.Failed::reason),
                curve);
    }

    private static Optional<Double> last(List<CurvePoint> curve) {
        return curve.isEmpty() ? Optional.empty() : curve.get(curve.size() - 1).validationAccuracy();
    }
}

package io.hone.trainer.run;

import io.hone.contracts.run.Trigger;
import io.hone.trainer.finetune.RunPlan;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as people see it.
 *
 * @param state running, finished or failed
 * @param iteration steps done, as far as this process knows
 * @param loss in nats: of the last second while it runs, at its end when it has finished
 * @param version the candidate that came of it
 * @param reason why it failed
 */
public record RunView(
        String run,
        String state,
        Trigger trigger,
        int baseVersion,
        int newImages,
        int replayedImages,
        int iteration,
        int iterations,
        Optional<Double> loss,
        Optional<Double> imagesPerSecond,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Integer> version,
        Optional<Double> seconds,
        Optional<String> reason) {

    static RunView of(JournalledRun run, Optional<RunProgress> lastProgress) {
        RunPlan plan = run.plan();
        Optional<RunProgress> progress = lastProgress.filter(last -> last.run().equals(plan.run()));
        Optional<RunOutcome.Finished> finished =
                run.outcome().filter(RunOutcome.Finished.class::isInstance).map(RunOutcome.Finished.class::cast);
        Optional<RunOutcome.Failed> failed =
                run.outcome().filter(RunOutcome.Failed.class::isInstance).map(RunOutcome.Failed.class::cast);
        return new RunView(
                plan.run(),
                finished.isPresent() ? "finished" : failed.isPresent() ? "failed" : "running",
                plan.trigger(),
                plan.baseVersion(),
                plan.dataset().newImages(),
                plan.dataset().replayedImages(),
                finished.isPresent()
                        ? plan.iterations()
                        : progress.map(RunProgress::iteration).orElse(0),
                plan.iterations(),
                finished.map(RunOutcome.Finished::loss).or(() -> progress.map(RunProgress::loss)),
                progress.map(RunProgress::imagesPerSecond),
                plan.plannedAt(),
                run.outcome().map(RunOutcome::at),
                finished.map(RunOutcome.Finished::version),
                finished.map(RunOutcome.Finished::seconds),
                failed.map(RunOutcome.Failed::reason));
    }
}

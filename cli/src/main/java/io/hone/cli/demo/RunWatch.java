package io.hone.cli.demo;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Service;
import io.hone.cli.service.Run;
import io.hone.cli.service.Trainer;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Progress;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.up.Stack;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Shows a run's progress until it has ended. */
final class RunWatch {

    private final Terminal terminal;
    private final Stack stack;
    private final Trainer trainer;
    private final Deadline deadline;

    RunWatch(Terminal terminal, Stack stack, Trainer trainer, Deadline deadline) {
        this.terminal = terminal;
        this.stack = stack;
        this.trainer = trainer;
        this.deadline = deadline;
    }

    /** @return the run, finished */
    Run watch(String run) {
        Run begun = poll(run, "the run to begin", Optional::of);
        terminal.line(
                "  From version %d, on %d new and %d replayed images.",
                begun.baseVersion(), begun.newImages(), begun.replayedImages());
        try (Progress progress = terminal.progress("Fine-tuning", "", begun.iterations())) {
            return poll(run, "the run to finish", now -> show(now, progress));
        }
    }

    private static Optional<Run> show(Run run, Progress progress) {
        String accuracy = run.validationAccuracy() == null
                ? ""
                : String.format(Locale.ROOT, ", %.1f %% of the slice", 100 * run.validationAccuracy());
        progress.note(String.format(
                Locale.ROOT, "loss %.3f%s, %.0f images/s", run.lossOrNaN(), accuracy, run.imagesPerSecondOrZero()));
        progress.stepTo(run.iteration());
        return run.hasFinished() ? Optional.of(run) : Optional.empty();
    }

    private Run poll(String run, String what, Function<Run, Optional<Run>> look) {
        return deadline.polling()
                .until(
                        () -> find(run).flatMap(look),
                        () -> deadline.late(
                                what, stack.data().log(Service.TRAINER).toString()));
    }

    private Optional<Run> find(String run) {
        stack.requireRunning();
        try {
            Optional<Run> found = trainer.runs(Samples.MODEL).stream()
                    .filter(one -> one.run().equals(run))
                    .findFirst();
            found.filter(Run::hasFailed).ifPresent(this::fail);
            return found;
        } catch (ServiceAwayException e) {
            return Optional.empty();
        }
    }

    private void fail(Run run) {
        throw new CommandFailure(
                "the run %s failed: %s".formatted(run.run(), run.reason()),
                "More in the trainer's log: %s".formatted(stack.data().log(Service.TRAINER)));
    }
}

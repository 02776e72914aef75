package io.hone.trainer.run;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.CurvePoint;
import io.hone.contracts.run.RunEvent;
import io.hone.platform.kafka.EventSender;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.metrics.TrainerMetrics;
import io.hone.trainer.plan.NothingToTrainOnException;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.store.ImageStore;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Carries out one journalled run and writes down how it ended; tells events, metrics and log how it gets on. */
public final class RunWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    /** A run that has taken its process down this often is not begun once more. */
    private static final int MOST_ATTEMPTS = 3;

    private final RunJournal journal;
    private final RunExecution execution;
    private final EventSender events;
    private final TrainerMetrics metrics;
    private final InstantSource clock;
    private volatile Optional<RunProgress> progress = Optional.empty();

    public RunWorker(
            RunJournal journal,
            RunExecution execution,
            EventSender events,
            TrainerMetrics metrics,
            InstantSource clock) {
        this.journal = journal;
        this.execution = execution;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Of the run that is under way, or was last. */
    Optional<RunProgress> progress() {
        return progress;
    }

    /** Deletes what earlier runs of the model have left on disk. To be called when none is unfinished. */
    void sweep(ModelName model) {
        execution.sweep(model);
    }

    void carryOut(JournalledRun journalled, ImageStore store, RunSlot.Taken slot) {
        RunPlan plan = journalled.plan();
        MDC.put("model", plan.model().value());
        MDC.put("run", plan.run());
        try {
            if (journalled.attempts() >= MOST_ATTEMPTS) {
                fail(
                        journalled,
                        "its process ended %d times while it was under way: look at the process's own output"
                                .formatted(journalled.attempts()));
            } else {
                attempt(journalled.attempted(execution.folder(plan).reached()), store, slot);
            }
        } finally {
            MDC.remove("model");
            MDC.remove("run");
        }
    }

    private void attempt(JournalledRun journalled, ImageStore store, RunSlot.Taken slot) {
        RunPlan plan = journalled.plan();
        journal.write(journalled);
        LOG.info(
                "Run begins: base version={} new images={} replayed={} iterations={} attempt={}",
                plan.baseVersion(),
                plan.dataset().newImages(),
                plan.dataset().replayedImages(),
                plan.iterations(),
                journalled.attempts());
        try {
            RunOutcome.Finished finished = execution.execute(plan, store, how -> progressed(plan, how), slot);
            ended(journalled.ended(finished));
            metrics.finished(plan.model(), plan.trigger(), finished.seconds());
            LOG.info(
                    "Run finished: candidate version={} loss={} seconds={}",
                    finished.version(),
                    finished.loss(),
                    finished.seconds());
        } catch (RunCancelledException e) {
            stopped(journalled, e);
        } catch (NothingToTrainOnException | RuntimeException | Error e) {
            if (slot.isRequested()) {
                // Store and producer close under a run that was told to stop and took too long.
                stopped(journalled, e);
            } else {
                LOG.error("Run failed", e);
                fail(journalled, String.valueOf(e.getMessage()));
            }
        }
    }

    /** What the run has left on disk is not wanted any more; that it could not be deleted is no failure of the run. */
    private void ended(JournalledRun run) {
        journal.write(run);
        try {
            execution.folder(run.plan()).delete();
        } catch (UncheckedIOException e) {
            LOG.warn("Files of the run are left behind: {}", e.getMessage());
        }
    }

    private void stopped(JournalledRun journalled, Throwable reason) {
        journal.write(journalled.stopped());
        LOG.info("Run stopped, to be taken up again: {}", reason.getMessage());
    }

    private void progressed(RunPlan plan, Progress how) {
        progress = Optional.of(new RunProgress(plan.run(), how));
        metrics.progressed(plan.model(), how.loss(), how.imagesPerSecond());
        events.sendInPassing(
                new RunEvent.Progress(
                        plan.model(),
                        plan.run(),
                        clock.instant(),
                        how.iteration(),
                        how.iterations(),
                        how.loss(),
                        how.imagesPerSecond(),
                        how.point()),
                plan.run() + "-" + how.iteration());
    }

    private void fail(JournalledRun journalled, String reason) {
        RunPlan plan = journalled.plan();
        List<CurvePoint> curve = progress.filter(last -> last.run().equals(plan.run()))
                .map(last -> last.progress().curve())
                .orElse(List.of());
        var failed = new RunOutcome.Failed(clock.instant(), reason, curve);
        ended(journalled.ended(failed));
        metrics.failed(plan.model(), plan.trigger());
        try {
            events.send(new RunEvent.Failed(plan.model(), plan.run(), failed.at(), reason), plan.run() + "-failed");
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("Failure was not told: {}", e.getMessage());
        }
    }
}

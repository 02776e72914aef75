package io.hone.trainer.run;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that trains; between runs it looks from time to time whether one is due. */
public final class RunThread implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunThread.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "runs"));
    private final RunSlot slot;

    public RunThread(FedModels models) {
        this.slot = models.slot();
    }

    public void start(Runs runs) {
        var unused = thread.scheduleWithFixedDelay(
                () -> look(runs), LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong, the next look comes: an executor forgets a task that has thrown. */
    private static void look(Runs runs) {
        try {
            runs.startWhatIsDue();
        } catch (RuntimeException | Error e) {
            LOG.error("Looking for due runs failed, and is tried again in {}", LOOK_EVERY, e);
        }
    }

    @Override
    public void execute(Runnable run) {
        thread.execute(run);
    }

    /** A run that is under way is stopped, and taken up again by the next process. */
    @Override
    public void close() {
        slot.shut();
        thread.shutdown();
        slot.current().ifPresent(taken -> taken.cancel(PATIENCE));
    }
}

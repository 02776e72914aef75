package io.hone.evaluator.evaluation;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.vision.store.ImageStore;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that evaluates: neither HTTP nor the feed ever wait for a network's forward passes, and two candidates
 * of one model are never compared at once.
 */
public final class EvaluationWorker implements HoldOuts.Observer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationWorker.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final Sweep sweep;
    private final Duration interval;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread;

    public EvaluationWorker(Sweep sweep, Duration interval) {
        this.sweep = sweep;
        this.interval = interval;
        this.thread = new ScheduledThreadPoolExecutor(
                1, task -> new Thread(task, "evaluation"), new ThreadPoolExecutor.DiscardPolicy());
    }

    public void start() {
        // Nobody waits for it: run() lets nothing through that would end the repetition.
        var unused = thread.scheduleWithFixedDelay(this::run, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks for a sweep soon; any number of nudges before it make one sweep. */
    public void nudge() {
        if (queued.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
    }

    @Override
    public void changed(ModelName model, ImageStore holdOut) {
        if (sweep.isWorthwhile(model, holdOut)) {
            nudge();
        }
    }

    private void run() {
        queued.set(false);
        try {
            sweep.run();
        } catch (CancellationException e) {
            LOG.info("evaluation stopped, the next start repeats it");
        } catch (RuntimeException | Error e) {
            LOG.error("sweep failed, tried again in {}", interval, e);
        }
    }

    /** Stops between two batches; what was under way is repeated by whoever comes next. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("evaluation did not stop within {}", CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.hone.evaluator.promotion;

import io.hone.contracts.model.ModelName;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that settles and tells what was decided, so that nobody who moves the champion waits for a broker that is
 * away. At start, and from time to time, it looks for what somebody has left behind who died.
 */
public final class AftermathWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AftermathWorker.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Aftermath aftermath;
    private final Runnable preparation;
    private final Supplier<? extends Collection<ModelName>> all;
    private final Supplier<? extends Collection<ModelName>> own;
    private final Duration interval;
    private final Set<ModelName> queued = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread;
    private boolean prepared;
    private boolean lookedAtAll;

    /**
     * @param preparation must have succeeded once before anything is told
     * @param all models to look at once, at start
     * @param own models to look at from time to time; other evaluators look at the others
     */
    public AftermathWorker(
            Aftermath aftermath,
            Runnable preparation,
            Supplier<? extends Collection<ModelName>> all,
            Supplier<? extends Collection<ModelName>> own,
            Duration interval) {
        this.aftermath = aftermath;
        this.preparation = preparation;
        this.all = all;
        this.own = own;
        this.interval = interval;
        this.thread = new ScheduledThreadPoolExecutor(
                1, task -> new Thread(task, "aftermath"), new ThreadPoolExecutor.DiscardPolicy());
    }

    public void start() {
        // Nobody waits for it: lookAround() lets nothing through that would end the repetition.
        var unused = thread.scheduleWithFixedDelay(this::lookAround, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something was decided about the model; returns at once. */
    public void nudge(ModelName model) {
        if (queued.add(model)) {
            thread.execute(() -> run(model));
        }
    }

    private void lookAround() {
        try {
            (lookedAtAll ? own : all).get().forEach(this::run);
            lookedAtAll = true;
        } catch (RuntimeException | Error e) {
            LOG.error("cannot look for what is left to tell, tried again in {}", interval, e);
        }
    }

    private void run(ModelName model) {
        queued.remove(model);
        try {
            if (!prepared) {
                preparation.run();
                prepared = true;
            }
            aftermath.of(model);
        } catch (RuntimeException e) {
            if (thread.isShutdown()) {
                LOG.info("stopped while telling, the next start does it again: model={}", model);
            } else {
                LOG.error("cannot tell what was decided, tried again in {}: model={}", interval, model, e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("telling did not stop within {}", CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

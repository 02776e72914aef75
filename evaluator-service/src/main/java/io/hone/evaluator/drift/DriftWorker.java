package io.hone.evaluator.drift;

import io.hone.contracts.model.ModelName;
import io.hone.feed.FeedListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The one thread that has incoming labels predicted: the feed never waits for a network's forward passes, and candidates
 * are compared meanwhile.
 */
final class DriftWorker implements FeedListener<IncomingLabels>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWorker.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final LabelStudy study;
    private final Duration retryAfter;
    private final InstantSource clock;
    private final Map<ModelName, IncomingLabels> models = new ConcurrentHashMap<>();
    private final Map<ModelName, Instant> resting = new ConcurrentHashMap<>();
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "drift");
    private volatile boolean closing;

    DriftWorker(LabelStudy study, Duration retryAfter, InstantSource clock) {
        this.study = study;
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Empty while the model is not this process's. */
    Optional<DriftState> state(ModelName model) {
        return Optional.ofNullable(models.get(model)).map(IncomingLabels::state);
    }

    @Override
    public void assigned(ModelName model, IncomingLabels labels) {
        models.put(model, labels);
        nudges.release();
    }

    @Override
    public void applied(ModelName model, IncomingLabels labels) {
        nudges.release();
    }

    /** What is being predicted at the moment will find its labels closed, and come to nothing. */
    @Override
    public void revoked(ModelName model) {
        models.remove(model);
        resting.remove(model);
    }

    private void run() {
        while (!closing) {
            if (!advance()) {
                awaitNudge();
            }
        }
    }

    /** @return whether there were labels */
    private boolean advance() {
        boolean any = false;
        for (IncomingLabels labels : models.values()) {
            any |= !closing && !isResting(labels.model()) && advance(labels);
        }
        return any;
    }

    private boolean advance(IncomingLabels labels) {
        MDC.put("model", labels.model().value());
        try {
            return study.advance(labels);
        } catch (RuntimeException e) {
            if (models.containsKey(labels.model()) && !closing) {
                LOG.warn(
                        "incoming labels wait and are looked at again in {}: model={}: {}",
                        retryAfter,
                        labels.model(),
                        e.getMessage(),
                        e);
                resting.put(labels.model(), clock.instant().plus(retryAfter));
            }
            return false;
        } finally {
            MDC.remove("model");
        }
    }

    private boolean isResting(ModelName model) {
        Instant until = resting.get(model);
        return until != null && clock.instant().isBefore(until);
    }

    private void awaitNudge() {
        try {
            if (nudges.tryAcquire(retryAfter.toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** Stops after the batch that is under way. */
    @Override
    public void close() {
        closing = true;
        nudges.release();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
            if (thread.isAlive()) {
                LOG.warn("predicting incoming labels did not stop within {}", CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

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
    private final DriftMetrics metrics;
    private final Duration retryAfter;
    private final InstantSource clock;
    private final Map<ModelName, IncomingLabels> models = new ConcurrentHashMap<>();
    private final Map<ModelName, Rest> resting = new ConcurrentHashMap<>();
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "drift");
    private volatile boolean closing;

    /**
     * Labels that wait.
     *
     * @param why they do
     */
    private record Rest(Instant until, String why) {}

    DriftWorker(LabelStudy study, DriftMetrics metrics, Duration retryAfter, InstantSource clock) {
        this.study = study;
        this.metrics = metrics;
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

    /** Why its labels wait; empty while they do not. */
    Optional<String> waitsFor(ModelName model) {
        return Optional.ofNullable(resting.get(model)).map(Rest::why);
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
        study.forget(model);
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
            boolean any = study.advance(labels);
            if (resting.remove(labels.model()) != null) {
                LOG.info("incoming labels wait no more: model={}", labels.model());
            }
            return any;
        } catch (RuntimeException e) {
            if (models.containsKey(labels.model()) && !closing) {
                rest(labels.model(), e);
            }
            return false;
        } finally {
            MDC.remove("model");
        }
    }

    /** Told once, however long it takes. */
    private void rest(ModelName model, RuntimeException e) {
        String why = String.valueOf(e.getMessage());
        Rest before = resting.put(model, new Rest(clock.instant().plus(retryAfter), why));
        metrics.waited(model);
        if (before == null || !before.why().equals(why)) {
            // Where a version is broken, whoever loads it has said all there is to say.
            Throwable cause = e instanceof UnaskableVersionException ? null : e;
            LOG.warn("incoming labels wait, looked at again each {}: model={}: {}", retryAfter, model, why, cause);
        }
    }

    private boolean isResting(ModelName model) {
        Rest rest = resting.get(model);
        return rest != null && clock.instant().isBefore(rest.until());
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

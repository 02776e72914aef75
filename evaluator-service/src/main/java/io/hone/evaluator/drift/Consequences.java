package io.hone.evaluator.drift;

import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.drift.probation.Probation;
import io.hone.evaluator.drift.probation.ProbationOutcomes;
import io.hone.evaluator.drift.probation.ProbationStatus;
import io.hone.platform.kafka.EventSender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what follows from what was counted: tells of drift, rolls back, keeps how probations ended. It was written down before, so whoever dies in
 * between is followed by somebody who does it; and what cannot be done now is tried again, while labels go on being
 * counted. Not for several threads.
 */
final class Consequences {

    private static final Logger LOG = LoggerFactory.getLogger(Consequences.class);

    private final EventSender events;
    private final Rollbacks rollbacks;
    private final ProbationOutcomes outcomes;
    private final DriftMetrics metrics;
    private final Duration retryAfter;
    private final InstantSource clock;
    private final Map<ModelName, Instant> notBefore = new HashMap<>();
    private final Map<ModelName, Long> kept = new HashMap<>();

    Consequences(
            EventSender events,
            Rollbacks rollbacks,
            ProbationOutcomes outcomes,
            DriftMetrics metrics,
            Duration retryAfter,
            InstantSource clock) {
        this.events = events;
        this.rollbacks = rollbacks;
        this.outcomes = outcomes;
        this.metrics = metrics;
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    void of(IncomingLabels labels) {
        if (clock.instant().isBefore(notBefore.getOrDefault(labels.model(), Instant.MIN))) {
            return;
        }
        // The champion does not wait for a broker that is away.
        attempt(labels, this::rollBack);
        attempt(labels, this::keep);
        attempt(labels, this::tell);
    }

    private void attempt(IncomingLabels labels, Consumer<IncomingLabels> consequence) {
        try {
            consequence.accept(labels);
        } catch (RuntimeException e) {
            notBefore.put(labels.model(), clock.instant().plus(retryAfter));
            LOG.error(
                    "drift has no consequence yet, tried again in {}: model={}: {}",
                    retryAfter,
                    labels.model(),
                    e.getMessage(),
                    e);
        }
    }

    private void tell(IncomingLabels labels) {
        DriftState state = labels.state();
        if (state.untold().isEmpty()) {
            return;
        }
        for (DriftDetected drift : state.untold()) {
            LOG.warn(
                    "drift: model={} version={} offset={}: {}",
                    drift.model(),
                    drift.champion(),
                    drift.offset(),
                    drift.finding().explanation());
            events.send(drift, eventId(drift));
        }
        if (labels.done(state.told())) {
            metrics.drifted(labels.model(), state.untold().size());
        }
    }

    /** The same again when it is told again. */
    private static String eventId(DriftDetected drift) {
        return "%s-%s-%d".formatted(drift.model(), drift.finding().rule(), drift.offset());
    }

    private void rollBack(IncomingLabels labels) {
        labels.state()
                .probation()
                .filter(probation -> probation.status() == ProbationStatus.FAILED)
                .ifPresent(failed -> rollBack(labels, failed));
    }

    private void rollBack(IncomingLabels labels, Probation failed) {
        ModelName model = labels.model();
        LOG.warn("probation failed: model={} version={}: {}", model, failed.version(), failed.reason());
        Rollbacks.Outcome outcome = rollbacks.automatic(model, failed.sequence(), failed.reason());
        if (!labels.done(labels.state().with(ended(failed, outcome)))) {
            return;
        }
        if (outcome instanceof Rollbacks.TakenBack) {
            metrics.rolledBack(model);
        } else if (outcome instanceof Rollbacks.Refused refused) {
            metrics.notRolledBack(model);
            LOG.error(
                    "stays champion though its probation failed, decide with ./hone rollback or ./hone promote: model={}"
                            + " version={}: {}",
                    model,
                    failed.version(),
                    refused.why());
        }
    }

    private static Probation ended(Probation failed, Rollbacks.Outcome outcome) {
        if (outcome instanceof Rollbacks.Refused refused) {
            return failed.notRolledBack(refused.why());
        }
        return outcome instanceof Rollbacks.TakenBack ? failed.rolledBack() : failed.superseded();
    }

    /** Once by this process: whether an earlier one has, the bucket knows. */
    private void keep(IncomingLabels labels) {
        labels.state()
                .probation()
                .filter(probation -> probation.status().isOver())
                .filter(probation -> kept.getOrDefault(labels.model(), 0L) != probation.sequence())
                .ifPresent(over -> {
                    outcomes.keep(labels.model(), over);
                    kept.put(labels.model(), over.sequence());
                });
    }
}

package io.hone.evaluator.evaluation;

import io.hone.contracts.model.ModelName;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.registry.ModelRegistry;
import io.hone.vision.store.ImageStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Looks for pending candidates of this evaluator's models, and evaluates those whose time has come. */
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final ModelRegistry registry;
    private final HoldOuts holdOuts;
    private final PendingCandidates pending;
    private final CandidateEvaluation evaluation;
    private final EvaluatorMetrics metrics;

    /** What the candidates wait for that the last sweep left alone. */
    private final Map<ModelName, List<Awaited>> awaited = new ConcurrentHashMap<>();

    public Sweep(
            ModelRegistry registry,
            HoldOuts holdOuts,
            PendingCandidates pending,
            CandidateEvaluation evaluation,
            EvaluatorMetrics metrics) {
        this.registry = registry;
        this.holdOuts = holdOuts;
        this.pending = pending;
        this.evaluation = evaluation;
        this.metrics = metrics;
    }

    /** What cannot be evaluated now stays pending for the next sweep, and never stops the others. */
    void run() {
        awaited.keySet().retainAll(holdOuts.models());
        for (ModelName model : holdOuts.models()) {
            holdOuts.of(model).ifPresent(holdOut -> run(model, holdOut));
        }
    }

    /** Whether a model that was never swept, or that a candidate waits for, is now worth a sweep. */
    boolean isWorthwhile(ModelName model, ImageStore holdOut) {
        List<Awaited> candidates = awaited.get(model);
        return candidates == null || candidates.stream().anyMatch(each -> each.metBy(holdOut));
    }

    private void run(ModelName model, ImageStore holdOut) {
        MDC.put("model", model.value());
        List<Awaited> left = new ArrayList<>();
        try {
            metrics.champion(model, registry.champion(model).version());
            for (PendingCandidate candidate : pending.of(model)) {
                if (candidate.awaited().metBy(holdOut)) {
                    evaluate(candidate, holdOut);
                } else {
                    left.add(candidate.awaited());
                }
            }
        } catch (RuntimeException | Error e) {
            stopIfAsked(e);
            metrics.failed(model);
            LOG.error("cannot look for candidates, tried again at the next sweep: model={}", model, e);
        } finally {
            awaited.put(model, left);
            MDC.remove("model");
        }
    }

    private void evaluate(PendingCandidate candidate, ImageStore holdOut) {
        ModelName model = candidate.manifest().model();
        int version = candidate.manifest().version();
        MDC.put("version", Integer.toString(version));
        try {
            evaluation.evaluate(candidate.manifest(), holdOut);
        } catch (RuntimeException | Error e) {
            // Also what one candidate's network does to engine or memory is no reason to keep the others waiting.
            stopIfAsked(e);
            metrics.failed(model);
            LOG.error(
                    "cannot evaluate, tried again at the next sweep: model={} version={}: {}",
                    model,
                    version,
                    e.getMessage(),
                    e);
        } finally {
            MDC.remove("version");
        }
    }

    /** Whoever stops the thread interrupts it, and what it waited for then fails in a way of its own. */
    private static void stopIfAsked(Throwable failure) {
        if (failure instanceof CancellationException cancelled) {
            throw cancelled;
        }
        if (Thread.currentThread().isInterrupted()) {
            CancellationException stopped = new CancellationException("the evaluation was stopped");
            stopped.initCause(failure);
            throw stopped;
        }
    }
}

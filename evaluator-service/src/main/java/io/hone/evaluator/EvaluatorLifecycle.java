package io.hone.evaluator;

import io.hone.evaluator.drift.DriftWatch;
import io.hone.evaluator.evaluation.CandidateNudges;
import io.hone.evaluator.evaluation.EvaluationWorker;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.feed.ImageFeed;
import io.hone.vision.store.ImageStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts the evaluator's threads, and ends them in the order in which they need each other. */
@Singleton
class EvaluatorLifecycle {

    private final HoldOuts holdOuts;
    private final ImageFeed<ImageStore> feed;
    private final DriftWatch drift;
    private final EvaluationWorker worker;
    private final CandidateNudges nudges;
    private final EvaluatorMetrics metrics;

    EvaluatorLifecycle(
            HoldOuts holdOuts,
            ImageFeed<ImageStore> feed,
            DriftWatch drift,
            EvaluationWorker worker,
            CandidateNudges nudges,
            EvaluatorMetrics metrics) {
        this.holdOuts = holdOuts;
        this.feed = feed;
        this.drift = drift;
        this.worker = worker;
        this.nudges = nudges;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        holdOuts.observe(worker);
        metrics.watch(holdOuts, feed::lag);
        worker.start();
        nudges.start();
        feed.start();
        drift.start();
    }

    void stop(@Observes ShutdownEvent event) {
        nudges.close();
        worker.close();
        drift.close();
        feed.close();
    }
}

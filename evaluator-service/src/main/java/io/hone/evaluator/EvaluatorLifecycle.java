package io.hone.evaluator;

import io.hone.evaluator.evaluation.CandidateNudges;
import io.hone.evaluator.evaluation.EvaluationWorker;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.feed.ImageFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts the evaluator's threads, and ends them in the order in which they need each other. */
@Singleton
class EvaluatorLifecycle {

    private final HoldOuts holdOuts;
    private final ImageFeed feed;
    private final EvaluationWorker worker;
    private final CandidateNudges nudges;
    private final EvaluatorMetrics metrics;

    EvaluatorLifecycle(
            HoldOuts holdOuts,
            ImageFeed feed,
            EvaluationWorker worker,
            CandidateNudges nudges,
            EvaluatorMetrics metrics) {
        this.holdOuts = holdOuts;
        this.feed = feed;
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
    }

    void stop(@Observes ShutdownEvent event) {
        nudges.close();
        worker.close();
        feed.close();
    }
}

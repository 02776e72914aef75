package io.hone.evaluator.evaluation;

import io.hone.evaluator.hygiene.ImageLists;
import io.hone.evaluator.hygiene.Inspector;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.registry.ModelRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;

/** Comparers as tests need them: batches of four, and no times, so that every answer is one about an image. */
final class Comparers {

    private Comparers() {}

    static Comparer untimed(ModelRegistry registry, VersionLoader versions, Path predictions) {
        return untimed(registry, versions, predictions, new EvaluatorMetrics(new SimpleMeterRegistry()));
    }

    static Comparer untimed(
            ModelRegistry registry, VersionLoader versions, Path predictions, EvaluatorMetrics metrics) {
        return new Comparer(
                registry,
                versions,
                new KeptPredictions(predictions, registry),
                inspector(registry, predictions),
                4,
                0,
                metrics,
                Clock.systemUTC());
    }

    static Inspector inspector(ModelRegistry registry, Path predictions) {
        return new Inspector(registry, new ImageLists(registry.versions(), predictions.resolve("lists")));
    }

    static LoneExaminer lone(ModelRegistry registry, VersionLoader versions, Path predictions) {
        return new LoneExaminer(
                registry,
                versions,
                new KeptPredictions(predictions, registry),
                inspector(registry, predictions),
                4,
                new EvaluatorMetrics(new SimpleMeterRegistry()));
    }
}

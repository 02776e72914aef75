package io.hone.evaluator.evaluation;

import io.hone.registry.version.Manifest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells from time to time how far a long evaluation has come. */
final class ExamProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ExamProgress.class);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Manifest version;
    private final int images;
    private final long start = System.nanoTime();
    private long told = start;
    private int answered;

    ExamProgress(Manifest version, int images) {
        this.version = version;
        this.images = images;
    }

    void answered(int more) {
        answered += more;
        long now = System.nanoTime();
        if (now - told >= BETWEEN.toNanos() && answered < images) {
            told = now;
            LOG.info(
                    "evaluation under way: model={} version={} images={} of={} images_per_second={}",
                    version.model(),
                    version.version(),
                    answered,
                    images,
                    Math.round(answered * 1e9 / (now - start)));
        }
    }
}

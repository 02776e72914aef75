package io.hone.trainer.finetune;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Loss and speed over some steps. */
final class Meter {

    private final InstantSource clock;
    private final Instant start;
    private double lossSum;
    private int steps;
    private int images;

    Meter(InstantSource clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    void add(float loss, int batchSize) {
        lossSum += loss;
        steps++;
        images += batchSize;
    }

    Duration elapsed() {
        return Duration.between(start, clock.instant());
    }

    double meanLoss() {
        return lossSum / steps;
    }

    double imagesPerSecond() {
        return images / Math.max(elapsed().toNanos() / 1e9, 1e-9);
    }
}

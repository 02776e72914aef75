package io.hone.cli.service;

import java.util.List;

/**
 * A fine-tuning run, as the trainer tells of it.
 *
 * @param state {@code running}, {@code finished} or {@code failed}
 * @param newClasses labels that become classes of the model by this run
 * @param loss absent before the first progress
 * @param validationAccuracy on images held back from the run, 0 to 1; absent before the first look at them
 * @param version the candidate that came of it, once it has finished
 * @param reason why it failed, if it did
 */
public record Run(
        String run,
        String state,
        String trigger,
        int baseVersion,
        int newImages,
        int replayedImages,
        List<String> newClasses,
        int iteration,
        int iterations,
        Double loss,
        Double validationAccuracy,
        Double imagesPerSecond,
        String startedAt,
        Integer version,
        Double seconds,
        String reason) {

    public Run {
        newClasses = newClasses == null ? List.of() : List.copyOf(newClasses);
    }

    public boolean hasFinished() {
        return "finished".equals(state);
    }

    public boolean hasFailed() {
        return "failed".equals(state);
    }

    public double lossOrNaN() {
        return loss == null ? Double.NaN : loss;
    }

    public double imagesPerSecondOrZero() {
        return imagesPerSecond == null ? 0 : imagesPerSecond;
    }
}

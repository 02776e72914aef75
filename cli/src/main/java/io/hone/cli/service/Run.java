package io.hone.cli.service;

/**
 * A fine-tuning run, as the trainer tells of it.
 *
 * @param state {@code running}, {@code finished} or {@code failed}
 * @param loss absent before the first progress
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
        int iteration,
        int iterations,
        Double loss,
        Double imagesPerSecond,
        String startedAt,
        Integer version,
        Double seconds,
        String reason) {

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

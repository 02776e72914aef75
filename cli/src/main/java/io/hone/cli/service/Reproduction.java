package io.hone.cli.service;

import java.util.List;

/**
 * A version being trained again, as the trainer tells of it.
 *
 * @param state {@code running}, {@code finished} or {@code failed}
 * @param sha256 of the version's weights
 * @param outcome once it has finished
 * @param reason why it failed, if it did
 */
public record Reproduction(
        String reproduction,
        String state,
        int iteration,
        int iterations,
        String sha256,
        Outcome outcome,
        String reason) {

    /**
     * @param sha256 of the weights trained again
     * @param largestDifference between two weights
     * @param otherwise what is not as it was when the version was trained
     */
    public record Outcome(String sha256, boolean identical, double largestDifference, List<String> otherwise) {
        public Outcome {
            otherwise = otherwise == null ? List.of() : List.copyOf(otherwise);
        }
    }

    public boolean isRunning() {
        return "running".equals(state);
    }
}

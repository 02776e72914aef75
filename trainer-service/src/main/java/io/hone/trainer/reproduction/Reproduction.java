package io.hone.trainer.reproduction;

import io.hone.contracts.model.ModelName;
import java.util.List;
import java.util.Optional;

/**
 * A version being trained again, as people see it.
 *
 * @param state running, finished or failed
 * @param sha256 of the version's weights
 * @param outcome once it has finished
 * @param reason why it failed, and what to do about it
 */
public record Reproduction(
        String reproduction,
        ModelName model,
        int version,
        String state,
        int iteration,
        int iterations,
        String sha256,
        Optional<Outcome> outcome,
        Optional<String> reason) {

    /**
     * What came of it.
     *
     * @param sha256 of the weights trained again
     * @param identical whether they are the version's, bit for bit
     * @param largestDifference between two weights, 0 when they are identical
     * @param otherwise what is not as it was when the version was trained, such as the device: a reason for differences
     */
    public record Outcome(String sha256, boolean identical, double largestDifference, List<String> otherwise) {
        public Outcome {
            otherwise = List.copyOf(otherwise);
        }
    }

    Reproduction progressed(int done, int of) {
        return new Reproduction(
                reproduction, model, version, "running", done, of, sha256, Optional.empty(), Optional.empty());
    }

    Reproduction finished(Outcome how) {
        return new Reproduction(
                reproduction,
                model,
                version,
                "finished",
                iteration,
                iterations,
                sha256,
                Optional.of(how),
                Optional.empty());
    }

    Reproduction failed(String why) {
        return new Reproduction(
                reproduction,
                model,
                version,
                "failed",
                iteration,
                iterations,
                sha256,
                Optional.empty(),
                Optional.of(why));
    }
}

package io.hone.contracts.verdict;

import io.hone.contracts.Checks;

/**
 * How long a version takes for one image on the evaluator's machine.
 *
 * @param meanMillis of a forward pass of one image, in milliseconds; of several passes over the same image the fastest
 *     counts
 * @param millisAt95 what 95 of 100 passes do not exceed, whatever else the machine did meanwhile
 */
public record Latency(double meanMillis, double millisAt95) {

    public Latency {
        Checks.within("meanMillis", meanMillis, 0, Double.MAX_VALUE);
        Checks.within("millisAt95", millisAt95, 0, Double.MAX_VALUE);
    }
}

package io.hone.vision.classifier;

import io.hone.contracts.Checks;
import io.hone.contracts.recipe.GradientClip;
import io.hone.contracts.recipe.Optimizer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What decides how a network learns.
 *
 * @param decayAll whether weights decay that have fewer than two dimensions: biases, and what normalisation learns
 * @param rates learning rates, 0 to 10,000, by name of parameter; one that is absent or 0 is frozen
 * @param labelSmoothing share of each label that is spread evenly over all classes, 0 to 0.5
 */
public record Solver(
        Optimizer optimizer,
        boolean decayAll,
        SortedMap<String, Double> rates,
        GradientClip clip,
        double labelSmoothing) {

    private static final double HIGHEST_RATE = 10_000;

    public Solver {
        Checks.present("optimizer", optimizer);
        rates = Collections.unmodifiableSortedMap(new TreeMap<>(Checks.present("rates", rates)));
        rates.forEach((parameter, rate) -> Checks.within("rate of " + parameter, rate, 0, HIGHEST_RATE));
        Checks.present("clip", clip);
        Checks.within("label-smoothing", labelSmoothing, 0, 0.5);
        if (rates.values().stream().allMatch(rate -> rate == 0)) {
            throw new IllegalArgumentException("every parameter's rate is 0: nothing would train");
        }
    }

    /** 0 for a frozen one. */
    double rate(String parameter) {
        return rates.getOrDefault(parameter, 0.0);
    }

    boolean learns(String parameter) {
        return rate(parameter) > 0;
    }

    /** Those that learn. */
    SortedMap<String, Double> learning() {
        SortedMap<String, Double> learning = new TreeMap<>();
        for (Map.Entry<String, Double> rate : rates.entrySet()) {
            if (rate.getValue() > 0) {
                learning.put(rate.getKey(), rate.getValue());
            }
        }
        return learning;
    }
}

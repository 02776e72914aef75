package io.hone.contracts.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hone.contracts.Checks;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the gate demands of a model's candidates.
 *
 * @param settings every key is set, also those left to their defaults
 */
public record Policy(@JsonValue Settings settings) {

    public static final Policy DEFAULT = new Policy(PolicyKeys.NONE);

    public Policy {
        settings = Checks.present("policy", settings).complete();
    }

    /** @throws IllegalArgumentException as {@link PolicyKeys#settings} */
    public static Policy of(Map<String, ?> settings) {
        return new Policy(PolicyKeys.settings(settings));
    }

    /** Keys of a newer writer are read over. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Policy read(Map<String, Object> json) {
        return new Policy(PolicyKeys.CATALOGUE.known(json));
    }

    public <T> T get(Key<T> key) {
        return settings.get(key);
    }

    public boolean manual() {
        return get(PolicyKeys.MODE) == Mode.MANUAL;
    }

    public int holdOutImages() {
        return get(PolicyKeys.HOLD_OUT_IMAGES);
    }

    public int imagesPerClass() {
        return get(PolicyKeys.IMAGES_PER_CLASS);
    }

    /** 0 to 1. */
    public double coveredClasses() {
        return get(PolicyKeys.COVERED_CLASSES);
    }

    /** In percentage points. */
    public double minimumGain() {
        return get(PolicyKeys.MINIMUM_GAIN);
    }

    /** False discovery rate, above 0. */
    public double alpha() {
        return get(PolicyKeys.ALPHA);
    }

    /** In percentage points. */
    public double classLoss() {
        return get(PolicyKeys.CLASS_LOSS);
    }

    public double classAlpha() {
        return get(PolicyKeys.CLASS_ALPHA);
    }

    /** 0 to 1. */
    public double negativeFlips() {
        return get(PolicyKeys.NEGATIVE_FLIPS);
    }

    /** 0 to 1. */
    public double calibrationLoss() {
        return get(PolicyKeys.CALIBRATION_LOSS);
    }

    public double latencyFactor() {
        return get(PolicyKeys.LATENCY_FACTOR);
    }

    /** In percentage points. */
    public double bestMargin() {
        return get(PolicyKeys.BEST_MARGIN);
    }

    /** In percentage points. */
    public double goldenLoss() {
        return get(PolicyKeys.GOLDEN_LOSS);
    }

    /** In percentage points. */
    public double sharedLoss() {
        return get(PolicyKeys.SHARED_LOSS);
    }

    /** 0 to 1. */
    public double newClassRecall() {
        return get(PolicyKeys.NEW_CLASS_RECALL);
    }

    /** Accuracy, 0 to 1. */
    public double floor() {
        return get(PolicyKeys.FLOOR);
    }

    public int retryLooks() {
        return get(PolicyKeys.RETRY_LOOKS);
    }

    public Duration retryAge() {
        return Duration.ofDays(get(PolicyKeys.RETRY_DAYS));
    }

    /** From which confidence on a champion's disagreement puts a label aside, 0.5 to 1; empty for never. */
    public OptionalDouble doubtConfidence() {
        double confidence = get(PolicyKeys.DOUBT_CONFIDENCE);
        return confidence > 0 ? OptionalDouble.of(confidence) : OptionalDouble.empty();
    }

    /** How many images the hold-out must have, after so many were not enough, before it is worth another look. */
    public int retryImages(int images) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(images * (1 + get(PolicyKeys.RETRY_GROWTH))));
    }
}

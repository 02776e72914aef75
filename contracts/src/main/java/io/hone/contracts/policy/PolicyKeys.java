package io.hone.contracts.policy;

import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import java.util.List;
import java.util.Map;

/** Everything that can be set about what the gate demands. Points are percentage points. */
public final class PolicyKeys {

    public static final Key<Mode> MODE = Key.choice(
            "mode",
            Mode.AUTOMATIC,
            "Whether a candidate that meets every rule becomes champion, or waits for a person to approve it.");

    public static final Key<Integer> HOLD_OUT_IMAGES = Key.whole(
            "hold-out.images",
            100,
            1,
            100_000_000,
            "Hold-out images below which nothing is decided: the verdict waits.");
    public static final Key<Integer> IMAGES_PER_CLASS = Key.whole(
            "hold-out.images-per-class",
            5,
            1,
            1_000_000,
            "Hold-out images that a class must have to count as covered; each new class must have so many.");
    public static final Key<Double> COVERED_CLASSES = Key.decimal(
            "hold-out.covered-classes",
            0.9,
            0,
            1,
            "Share of the champion's classes that must be covered, below which nothing is decided.");

    public static final Key<Double> MINIMUM_GAIN = Key.decimal(
            "minimum-gain", 0.5, 0, 100, "Accuracy that a candidate must have over the champion, in points.");
    public static final Key<Double> ALPHA = Key.decimal(
            "significance.alpha",
            0.02,
            0.0001,
            0.5,
            "Share of a model's promotions that may be mistaken, in expectation; spent over all its candidates, so that"
                    + " each single test is stricter.");

    public static final Key<Double> CLASS_LOSS = Key.decimal(
            "class-recall.loss",
            10,
            0,
            100,
            "Recall that no class may lose, in points, as far as chance is ruled out; "
                    + "a class about which fewer mistakes are made altogether is not held to it.");
    public static final Key<Double> CLASS_ALPHA = Key.decimal(
            "class-recall.alpha",
            0.05,
            0.0001,
            0.5,
            "Probability of holding a candidate's chance losses against it, over all classes together.");

    public static final Key<Double> NEGATIVE_FLIPS = Key.decimal(
            "negative-flips.share",
            0.1,
            0,
            1,
            "Share of the hold-out that the champion has right and the candidate may have wrong.");
    public static final Key<Double> CALIBRATION_LOSS = Key.decimal(
            "calibration.loss",
            0.05,
            0,
            1,
            "By how much the candidate's expected calibration error may exceed the champion's.");
    public static final Key<Double> LATENCY_FACTOR = Key.decimal(
            "latency.factor",
            1.5,
            0.01,
            1000,
            "How many times as long as the champion a candidate may take for an image.");
    public static final Key<Double> BEST_MARGIN = Key.decimal(
            "best-so-far.margin",
            1,
            0,
            100,
            "By how many points a candidate may stay below the best champion so far, on the present hold-out.");
    public static final Key<Double> GOLDEN_LOSS =
            Key.decimal("golden-set.loss", 0, 0, 100, "Accuracy that may be lost on the golden set, in points.");

    public static final Key<Double> SHARED_LOSS = Key.decimal(
            "new-classes.shared-loss",
            5,
            0,
            100,
            "Accuracy that a candidate with new classes may lose on the others, in points.");
    public static final Key<Double> NEW_CLASS_RECALL = Key.decimal(
            "new-classes.recall", 0.3, 0, 1, "Share of the new classes' images that the candidate must find.");

    public static final Key<Double> FLOOR = Key.decimal(
            "floor.accuracy",
            0.5,
            0,
            1,
            "Accuracy that a candidate must have where neither the champion nor any before it can be used, so that there"
                    + " is nothing to compare it with; a person must approve as well.");

    public static final Key<Double> RETRY_GROWTH = Key.decimal(
            "retry.growth",
            0.2,
            0.01,
            100,
            "By which share the hold-out must have grown before an inconclusive candidate is judged again.");
    public static final Key<Integer> RETRY_LOOKS = Key.whole(
            "retry.looks", 5, 1, 1000, "How often a candidate is tested before it is rejected for want of evidence.");
    public static final Key<Integer> RETRY_DAYS = Key.whole(
            "retry.days", 30, 1, 3650, "Days after which a candidate that is still inconclusive is rejected.");

    public static final Key<Double> DOUBT_CONFIDENCE = Key.written(
            "doubt.confidence",
            0.0,
            "0, or 0.5 to 1",
            "Confidence from which on the champion's disagreement puts a new label aside; 0 for never.",
            PolicyKeys::confidence);

    public static final Catalogue<Policy> CATALOGUE = new Catalogue<>("policy", "evaluator", keys(), Policy::new);

    /** Nothing is set. */
    public static final Settings NONE = CATALOGUE.none();

    private PolicyKeys() {}

    /** @throws IllegalArgumentException as {@link Catalogue#settings} */
    public static Settings settings(Map<String, ?> values) {
        return CATALOGUE.settings(values);
    }

    private static List<Key<?>> keys() {
        return List.of(
                MODE,
                HOLD_OUT_IMAGES,
                IMAGES_PER_CLASS,
                COVERED_CLASSES,
                MINIMUM_GAIN,
                ALPHA,
                CLASS_LOSS,
                CLASS_ALPHA,
                NEGATIVE_FLIPS,
                CALIBRATION_LOSS,
                LATENCY_FACTOR,
                BEST_MARGIN,
                GOLDEN_LOSS,
                SHARED_LOSS,
                NEW_CLASS_RECALL,
                FLOOR,
                RETRY_GROWTH,
                RETRY_LOOKS,
                RETRY_DAYS,
                DOUBT_CONFIDENCE);
    }

    /** Who is less than half sure says little about others. */
    private static double confidence(String text) {
        double value = Double.parseDouble(text);
        if (value == 0 || (value >= 0.5 && value <= 1)) {
            return value;
        }
        throw new IllegalArgumentException();
    }
}

package io.hone.vision.linear;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A head that was fitted, and why with this penalty.
 *
 * @param l2 the penalty that was chosen
 * @param scores by penalty, on examples that were not fitted on; empty without cross-validation
 * @param examples that the classifier was fitted on
 */
public record HeadFit(
        LinearClassifier classifier, Method method, double l2, SortedMap<Double, Score> scores, int examples) {

    public HeadFit {
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
        if (!scores.isEmpty() && !scores.containsKey(l2)) {
            throw new IllegalArgumentException("l2 is %s, must be one of %s".formatted(l2, scores.keySet()));
        }
    }

    /** With the penalty that was chosen. */
    public Optional<Score> score() {
        return Optional.ofNullable(scores.get(l2));
    }
}

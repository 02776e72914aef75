package io.hone.evaluator.drift;

import io.hone.contracts.drift.DriftDetected;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.drift.accuracy.Adwin;
import io.hone.evaluator.drift.accuracy.ClassAccuracy;
import io.hone.evaluator.drift.probation.Probation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a model's incoming labels.
 *
 * @param nextOffset the first record not yet counted
 * @param labels what came of all of them
 * @param accuracy how often the champion of the time was right, lately
 * @param detector the labels over which its accuracy has not changed
 * @param drifts the last ones, the newest first
 * @param probation of the newest champion that had one
 * @param waitsFor why labels are not looked at for now: mostly a champion that is broken; absent while they are
 */
public record DriftView(
        ModelName model,
        long nextOffset,
        LabelCounts labels,
        Accuracy accuracy,
        Detector detector,
        List<DriftDetected> drifts,
        Optional<Probation> probation,
        Optional<String> waitsFor) {

    /**
     * @param windowLabels labels in the window
     * @param window accuracy over these, 0 to 1; absent without any
     * @param exponential accuracy with older answers counting less and less, 0 to 1; absent without any
     */
    public record Accuracy(
            int windowLabels, OptionalDouble window, OptionalDouble exponential, List<ClassAccuracy> classes) {}

    /**
     * @param labels in its window
     * @param accuracy over these, 0 to 1; absent without any
     */
    public record Detector(long labels, OptionalDouble accuracy) {}

    static DriftView of(ModelName model, DriftState state, Optional<String> waitsFor) {
        List<DriftDetected> newestFirst = new ArrayList<>(state.drifts());
        Collections.reverse(newestFirst);
        return new DriftView(
                model,
                state.nextOffset(),
                state.counts(),
                new Accuracy(
                        state.accuracy().window().size(),
                        state.accuracy().windowAccuracy(),
                        state.accuracy().overall().accuracy(),
                        state.accuracy().classes()),
                detector(state),
                newestFirst,
                state.probation(),
                waitsFor);
    }

    private static Detector detector(DriftState state) {
        Adwin window = new Adwin(1, state.detector());
        return new Detector(
                window.width(), window.width() == 0 ? OptionalDouble.empty() : OptionalDouble.of(window.accuracy()));
    }
}

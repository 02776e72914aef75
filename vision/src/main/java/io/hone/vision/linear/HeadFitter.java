package io.hone.vision.linear;

import io.hone.contracts.Checks;
import io.hone.vision.classifier.DeviceChoice;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fits heads, on one device. The same examples, prior and settings give the same bits on one machine. */
public final class HeadFitter {

    /** For the choice of the penalty: more examples would make it slower, but hardly better. */
    private static final int MOST_FOR_CHOICE = 3_000;

    private static final int FEWEST_EXAMPLES = 2;
    private static final double TOLERANCE = 1e-4;
    /** The choice asks who is right, not for the last digit of the loss. */
    private static final double TOLERANCE_FOR_CHOICE = 1e-3;

    private final DeviceChoice device;

    public HeadFitter(DeviceChoice device) {
        this.device = device;
    }

    /**
     * Chooses the penalty under which most examples are classified right by a classifier that has not seen them (of
     * equals, the strongest), and fits all examples with it.
     *
     * @param prior of as many classes and features as the examples. Softmax changes it: a class without examples keeps
     *     its weights and bias bit for bit, and the mean of the others' margins stays for each image. Support vector
     *     machines start from nothing
     * @param cancelled asked before each look at all examples
     * @throws IllegalArgumentException if there are too few examples, or the prior is of another shape
     * @throws CancellationException if it was stopped
     */
    public HeadFit fit(Examples examples, LinearClassifier prior, FitSettings settings, BooleanSupplier cancelled) {
        requireFits(examples, prior);
        if (settings.method() == Method.SVM) {
            requireEachClass(examples);
        }
        Function<Double, Learner> learner = tolerance -> learner(settings.method(), prior, tolerance, cancelled);
        return settings.folds() == 0
                ? unvalidated(examples, settings, learner)
                : validated(examples, settings, learner);
    }

    private static HeadFit unvalidated(Examples examples, FitSettings settings, Function<Double, Learner> learner) {
        double l2 = settings.l2s().get(0);
        LinearClassifier classifier = fitted(examples, learner, l2);
        return new HeadFit(classifier, settings.method(), l2, Collections.emptySortedMap(), examples.count());
    }

    private static HeadFit validated(Examples examples, FitSettings settings, Function<Double, Learner> learner) {
        CrossValidation validation = validation(examples, settings, learner);
        SortedMap<Double, Score> scores = validation.scores();
        double l2 = best(scores);
        LinearClassifier fitted = fitted(examples, learner, l2);
        LinearClassifier calibrated =
                settings.method() == Method.SVM ? fitted.scaled(validation.temperatureFactor(l2)) : fitted;
        return new HeadFit(calibrated, settings.method(), l2, scores, examples.count());
    }

    private static LinearClassifier fitted(Examples examples, Function<Double, Learner> learner, double l2) {
        return learner.apply(TOLERANCE).fit(examples, List.of(l2)).get(0);
    }

    private static CrossValidation validation(
            Examples examples, FitSettings settings, Function<Double, Learner> learner) {
        Examples sample = examples.subset(Folds.sample(examples.labels(), MOST_FOR_CHOICE, settings.seed()));
        Folds folds = Folds.stratified(sample.labels(), Math.min(settings.folds(), sample.count()), settings.seed());
        return CrossValidation.of(sample, folds, learner.apply(TOLERANCE_FOR_CHOICE), settings.l2s());
    }

    private static double best(SortedMap<Double, Score> scores) {
        return scores.entrySet().stream()
                .max(Comparator.<Map.Entry<Double, Score>>comparingDouble(
                                entry -> entry.getValue().accuracy())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    private Learner learner(Method method, LinearClassifier prior, double tolerance, BooleanSupplier cancelled) {
        return switch (method) {
            case SOFTMAX -> new Learner(prior, new SoftmaxLoss(), device, tolerance, cancelled);
            case SVM -> new Learner(nothing(prior), new SquaredHingeLoss(), device, tolerance, cancelled);
        };
    }

    private static LinearClassifier nothing(LinearClassifier like) {
        return LinearClassifier.zero(like.classes(), like.width());
    }

    private static void requireFits(Examples examples, LinearClassifier prior) {
        Checks.atLeast("examples", examples.count(), FEWEST_EXAMPLES);
        if (prior.classes() != examples.classes() || prior.width() != examples.width()) {
            throw new IllegalArgumentException(
                    "the prior tells %d classes by %d features, the examples have %d classes and %d features"
                            .formatted(prior.classes(), prior.width(), examples.classes(), examples.width()));
        }
    }

    private static void requireEachClass(Examples examples) {
        int[] counts = examples.countByClass();
        List<Integer> without = IntStream.range(0, counts.length)
                .filter(classId -> counts[classId] == 0)
                .boxed()
                .toList();
        if (!without.isEmpty()) {
            throw new IllegalArgumentException(
                    "support vector machines need examples of each class, class ids without any: %s; add images or choose softmax"
                            .formatted(without.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
    }
}

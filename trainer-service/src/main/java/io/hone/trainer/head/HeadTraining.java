package io.hone.trainer.head;

import io.hone.contracts.recipe.HeadFitting;
import io.hone.contracts.recipe.LinearMethod;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.run.CurvePoint;
import io.hone.registry.version.HeadFit;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.finetune.ProgressListener;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.finetune.Trained;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.plan.Slice;
import io.hone.vision.archive.HeadSurgery;
import io.hone.vision.archive.LinearWeights;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.features.FeatureMatrix;
import io.hone.vision.linear.Examples;
import io.hone.vision.linear.FitSettings;
import io.hone.vision.linear.HeadFitter;
import io.hone.vision.linear.LinearClassifier;
import io.hone.vision.linear.Method;
import io.hone.vision.linear.Score;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fits a linear classifier to what a fixed backbone says about images, and writes it back as the network's head. */
public final class HeadTraining {

    private static final String FITTED = "fitted.pt";
    private static final String START = "start-%s.pt";

    private final ImageFeatures imageFeatures;
    private final HeadFitter fitter;
    private final InstantSource clock;

    /** @param directory where features are kept for the next run */
    public HeadTraining(Classifiers classifiers, HeadFitter fitter, Path directory, InstantSource clock) {
        this.imageFeatures = new ImageFeatures(classifiers, directory);
        this.fitter = fitter;
        this.clock = clock;
    }

    /**
     * A run of the recipe <em>head</em>: its steps are batches of images whose features are wanted. All its images are
     * fitted to; the accuracy is that of the cross-validation.
     */
    public Trained train(
            RunPlan plan,
            Base base,
            TrainingImages images,
            RunFolder folder,
            ProgressListener listener,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        Fitted fitted = fit(plan, base, images, all(images), folder, folder.file(FITTED), cancelled);
        int iterations = plan.iterations();
        Optional<Double> accuracy = fitted.fit().score().map(Score::accuracy);
        CurvePoint point = new CurvePoint(iterations, fitted.loss(), Optional.empty(), accuracy);
        listener.progressed(
                new Progress(iterations, iterations, fitted.loss(), fitted.imagesPerSecond(), List.of(point), true));
        return new Trained(
                fitted.base().torchScript(),
                iterations,
                iterations,
                fitted.loss(),
                accuracy,
                List.of(point),
                Optional.of(fitted.told()));
    }

    /**
     * What training by gradients starts from: the base, or, when the recipe says so, the base with a head fitted first.
     *
     * @param positions of the images that a head is fitted to
     */
    public Base start(
            RunPlan plan,
            Base base,
            TrainingImages images,
            int[] positions,
            RunFolder folder,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        if (!plan.recipe().get(RecipeKeys.HEAD_FIRST)) {
            return base;
        }
        // Fitted once: a run that is taken up again goes on from the very same numbers.
        Path earlier = folder.file(START.formatted(images.digest()));
        return Files.exists(earlier)
                ? base.with(earlier)
                : fit(plan, base, images, positions, folder, earlier, cancelled).base();
    }

    /** How often heads fitted to one part of the images are right about another, over all folds. */
    public double accuracy(
            RunPlan plan,
            Base base,
            TrainingImages images,
            List<Slice> folds,
            RunFolder folder,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        int[] used = folds.stream()
                .flatMapToInt(fold -> IntStream.concat(IntStream.of(fold.training()), IntStream.of(fold.validation())))
                .distinct()
                .sorted()
                .toArray();
        FeatureMatrix features = imageFeatures.of(plan, base, images, used, folder, cancelled);
        double right = 0;
        int asked = 0;
        for (Slice fold : folds) {
            Examples training = examples(features, used, base, images, fold.training());
            Examples validation = examples(features, used, base, images, fold.validation());
            right += fit(plan, training, base, cancelled).classifier().accuracy(validation) * validation.count();
            asked += validation.count();
        }
        return right / asked;
    }

    private Fitted fit(
            RunPlan plan,
            Base base,
            TrainingImages images,
            int[] positions,
            RunFolder folder,
            Path written,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        obstacle(base, images, positions, plan.recipe()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        Instant start = clock.instant();
        FeatureMatrix features = imageFeatures.of(plan, base, images, positions, folder, cancelled);
        Examples examples = examples(features, positions, base, images, positions);
        var fit = fit(plan, examples, base, cancelled);
        LinearClassifier classifier = fit.classifier();
        HeadSurgery.write(
                base.torchScript(),
                written,
                base.head(),
                new LinearWeights(classifier.classes(), classifier.width(), classifier.weights(), classifier.biases()));
        return new Fitted(
                base.with(written),
                fit,
                classifier.loss(examples),
                features.computed(),
                positions.length
                        / Math.max(
                                1e-3, Duration.between(start, clock.instant()).toMillis() / 1e3));
    }

    private io.hone.vision.linear.HeadFit fit(RunPlan plan, Examples examples, Base base, BooleanSupplier cancelled)
            throws RunCancelledException {
        try {
            return fitter.fit(examples, prior(base), settings(plan.recipe()), cancelled);
        } catch (CancellationException e) {
            throw new RunCancelledException(plan.run(), e);
        }
    }

    /** @param computed images whose features were not in the cache */
    private record Fitted(
            Base base, io.hone.vision.linear.HeadFit fit, double loss, int computed, double imagesPerSecond) {

        HeadFit told() {
            LinearMethod method = fit.method() == Method.SVM ? LinearMethod.SVM : LinearMethod.SOFTMAX;
            Map<Double, Double> accuracies = fit.scores().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().accuracy()));
            return new HeadFit(method, fit.l2(), new TreeMap<>(accuracies), fit.examples(), computed);
        }
    }

    /** Why no head can be fitted to these images, and what to do about it; empty when one can. */
    public Optional<String> obstacle(Base base, TrainingImages images, List<Slice> folds, Recipe recipe) {
        return folds.stream()
                .map(fold -> obstacle(base, images, fold.training(), recipe))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> obstacle(Base base, TrainingImages images, int[] positions, Recipe recipe) {
        if (base.head().bias().isEmpty()) {
            return Optional.of(
                    "the head '%s' has no bias, which a fitted head needs: choose kind=full or kind=partial, and head.first=false"
                            .formatted(base.head().module()));
        }
        Set<Integer> seen = IntStream.of(positions).map(images::classId).boxed().collect(Collectors.toSet());
        List<String> missing = IntStream.range(0, base.classes().size())
                .filter(classId -> !seen.contains(classId))
                .mapToObj(base.classes()::label)
                .toList();
        return recipe.headFitting().method() == LinearMethod.SVM && !missing.isEmpty()
                ? Optional.of(
                        "head.method is svm, which needs images of every class, and there are none of %s: choose softmax, or send some"
                                .formatted(missing))
                : Optional.empty();
    }

    private static int[] all(TrainingImages images) {
        return IntStream.range(0, images.count()).toArray();
    }

    /** @param used the positions that are the rows of the features, rising */
    private static Examples examples(
            FeatureMatrix features, int[] used, Base base, TrainingImages images, int[] positions) {
        int width = features.width();
        long numbers = (long) positions.length * width;
        if (numbers > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%d images of %d features are %d numbers, at most %d are possible: choose kind=full, or take older images out"
                            .formatted(positions.length, width, numbers, Integer.MAX_VALUE));
        }
        float[] rows = new float[positions.length * width];
        int[] labels = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            int row = Arrays.binarySearch(used, positions[i]);
            System.arraycopy(features.features(), row * width, rows, i * width, width);
            labels[i] = images.classId(positions[i]);
        }
        return new Examples(rows, width, labels, base.classes().size());
    }

    /** What the base's own head knows: a class without images in this run keeps that. */
    private static LinearClassifier prior(Base base) {
        var archive = base.archive();
        int classes = base.classes().size();
        float[] biases = base.head().bias().map(archive::floats).orElseGet(() -> new float[classes]);
        return new LinearClassifier(
                classes, base.head().inFeatures(), archive.floats(base.head().weight()), biases);
    }

    private static FitSettings settings(Recipe recipe) {
        HeadFitting fitting = recipe.headFitting();
        return new FitSettings(
                fitting.method() == LinearMethod.SVM ? Method.SVM : Method.SOFTMAX,
                fitting.l2(),
                fitting.folds(),
                recipe.seed());
    }
}

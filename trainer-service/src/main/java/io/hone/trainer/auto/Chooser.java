package io.hone.trainer.auto;

import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.recipe.RecipeSettings;
import io.hone.registry.version.Choice;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.FineTuning;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.trainer.head.HeadTraining;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.plan.Slice;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.TrainableClassifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures which recipe suits a run's images, on images that each attempt is not shown, and chooses by four cases. */
public final class Chooser {

    private static final Logger LOG = LoggerFactory.getLogger(Chooser.class);

    /** More say little more, and cost time. */
    private static final int MOST_IMAGES = 2000;

    /** So few images that a third of them decides nothing. */
    private static final int VERY_FEW = 300;

    private final Classifiers classifiers;
    private final HeadTraining headTraining;
    private final InstantSource clock;

    public Chooser(Classifiers classifiers, HeadTraining headTraining, InstantSource clock) {
        this.classifiers = classifiers;
        this.headTraining = headTraining;
        this.clock = clock;
    }

    /**
     * @param folder in which the attempts may keep files; they are gone afterwards
     * @param cancelled asked before each step
     */
    public Choice choose(RunPlan plan, Base base, TrainingImages images, RunFolder folder, BooleanSupplier cancelled)
            throws RunCancelledException {
        FourCases cases = new FourCases(plan.recipe().auto());
        boolean small = cases.small(images.count());
        List<Slice> folds = folds(plan.recipe(), images, small);
        Map<Kind, Double> accuracies = new EnumMap<>(Kind.class);
        accuracies.put(Kind.HEAD, headTraining.accuracy(plan, base, images, folds, folder, cancelled));
        for (Kind kind : small ? List.of(Kind.FULL, Kind.PARTIAL) : List.of(Kind.FULL)) {
            LOG.info("Recipe auto tries: kind={} folds={}", kind, folds.size());
            accuracies.put(kind, accuracy(as(plan.recipe(), kind), plan, base, images, folds, folder, cancelled));
        }
        return cases.choose(images.count(), accuracies);
    }

    private static List<Slice> folds(Recipe recipe, TrainingImages images, boolean small) {
        int[] positions = IntStream.range(0, images.count()).toArray();
        if (positions.length > MOST_IMAGES) {
            positions = drawn(positions, recipe.seed());
        }
        int count = positions.length < VERY_FEW ? 5 : 3;
        return Folds.of(positions, images.classIds(), count, small ? count : 1, recipe.seed());
    }

    private static int[] drawn(int[] positions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = positions.clone();
        for (int i = 0; i < MOST_IMAGES; i++) {
            int j = i + random.nextInt(drawn.length - i);
            int position = drawn[i];
            drawn[i] = drawn[j];
            drawn[j] = position;
        }
        return IntStream.of(drawn).limit(MOST_IMAGES).sorted().toArray();
    }

    /** Looks once, at the end: which weights were best is not for the images to decide that tell how good they are. */
    private static Recipe as(Recipe recipe, Kind kind) {
        return recipe.with(RecipeSettings.of(Map.of(
                RecipeKeys.KIND.name(),
                RecipeKeys.KIND.written(kind),
                RecipeKeys.WEIGHTS.name(),
                "last",
                RecipeKeys.VALIDATION_TIMES.name(),
                1,
                RecipeKeys.PATIENCE.name(),
                0)));
    }

    private double accuracy(
            Recipe recipe,
            RunPlan plan,
            Base base,
            TrainingImages images,
            List<Slice> folds,
            RunFolder folder,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        double right = 0;
        int asked = 0;
        for (Slice fold : folds) {
            RunFolder attempt = new RunFolder(folder.file("attempt"));
            attempt.delete();
            int steps = recipe.length().iterations(fold.training().length / recipe.batchSize());
            var fineTuning = new FineTuning(
                    plan.run(),
                    recipe,
                    steps,
                    base.preprocessing(),
                    attempt,
                    Duration.ofDays(365),
                    progress -> {},
                    cancelled,
                    clock);
            try (TrainableClassifier classifier = classifiers.loadForTraining(
                    base.torchScript(), base.preprocessing(), base.classes().size(), base.solver(recipe))) {
                double accuracy = fineTuning
                        .train(classifier, images, fold)
                        .validationAccuracy()
                        .orElseThrow();
                right += accuracy * fold.validation().length;
                asked += fold.validation().length;
            } finally {
                attempt.delete();
            }
        }
        return right / asked;
    }
}

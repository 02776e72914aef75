package io.hone.trainer.auto;

import io.hone.contracts.Json;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.settings.Settings;
import io.hone.registry.version.Choice;
import io.hone.trainer.draw.Draw;
import io.hone.trainer.draw.Draw.Purpose;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.trainer.head.HeadTraining;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.plan.Slice;
import io.hone.vision.classifier.Classifiers;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures which recipe suits a run's images, on images that each attempt is not shown, and chooses by four cases. */
public final class Chooser {

    private static final Logger LOG = LoggerFactory.getLogger(Chooser.class);
    private static final String CHOICE = "choice.json";

    /** More say little more, and cost time. */
    private static final int MOST_IMAGES = 2000;

    /** So few images that a third of them decides nothing. */
    private static final int VERY_FEW = 300;

    /** Two for each of five folds. */
    private static final int FEWEST = 10;

    private final HeadTraining headTraining;
    private final Probe probe;

    public Chooser(Classifiers classifiers, HeadTraining headTraining, InstantSource clock) {
        this.headTraining = headTraining;
        this.probe = new Probe(classifiers, headTraining, clock);
    }

    /**
     * Chooses once: an attempt that takes the run up again goes on with what was chosen.
     *
     * @param folder in which measurements and choice are kept
     * @param cancelled asked before each step
     */
    public Choice choose(RunPlan plan, Base base, TrainingImages images, RunFolder folder, BooleanSupplier cancelled)
            throws RunCancelledException {
        Optional<Choice> before = folder.read(CHOICE).map(json -> Json.read(json, Choice.class));
        if (before.isPresent()) {
            return before.get();
        }
        Choice choice = measure(plan, base, images, folder, cancelled);
        folder.write(CHOICE, Json.write(choice));
        LOG.info("Recipe chosen: kind={} reason={}", choice.chosen(), choice.reason());
        return choice;
    }

    /**
     * The plan as it is carried out. What is trained by gradients begins with a fitted head, where one can be fitted: it
     * was measured so, and is hardly ever worse for it.
     */
    public static RunPlan carriedOut(RunPlan plan, Choice choice) {
        boolean headFits = choice.accuracies().containsKey(FourCases.word(Kind.HEAD));
        return plan.as(choice.chosen(), headFirst(headFits));
    }

    private Choice measure(RunPlan plan, Base base, TrainingImages images, RunFolder folder, BooleanSupplier cancelled)
            throws RunCancelledException {
        Recipe recipe = plan.recipe();
        FourCases cases = new FourCases(recipe.auto());
        if (images.count() < FEWEST) {
            return cases.unmeasured(images.count(), base.head().bias().isPresent() ? Kind.HEAD : Kind.FULL);
        }
        boolean small = cases.small(images.count());
        List<Slice> folds = folds(recipe, images, small);
        Measurements measurements = new Measurements(folder);
        Map<Kind, Double> accuracies = new EnumMap<>(Kind.class);
        Optional<String> obstacle = headTraining.obstacle(base, images, folds, recipe);
        if (obstacle.isEmpty()) {
            accuracies.put(
                    Kind.HEAD,
                    measurements.of("head", () -> headTraining.accuracy(plan, base, images, folds, folder, cancelled)));
        } else {
            LOG.info("Recipe auto does not try a fitted head: {}", obstacle.get());
        }
        for (Kind kind : small ? List.of(Kind.FULL, Kind.PARTIAL) : List.of(Kind.FULL)) {
            RunPlan attempt = plan.as(kind, attempt().over(headFirst(obstacle.isEmpty())));
            accuracies.put(kind, accuracy(attempt, base, images, folds, folder, measurements, cancelled));
        }
        return cases.choose(images.count(), accuracies);
    }

    private double accuracy(
            RunPlan attempt,
            Base base,
            TrainingImages images,
            List<Slice> folds,
            RunFolder folder,
            Measurements measurements,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        Kind kind = attempt.recipe().kind();
        double right = 0;
        int asked = 0;
        for (int i = 0; i < folds.size(); i++) {
            Slice fold = folds.get(i);
            LOG.info("Recipe auto tries: kind={} fold={} of={}", kind, i + 1, folds.size());
            double accuracy = measurements.of(
                    kind + "-" + i, () -> probe.accuracy(attempt, base, images, fold, folder, cancelled));
            right += accuracy * fold.validation().length;
            asked += fold.validation().length;
        }
        return right / asked;
    }

    /** Looks once, at the end: which weights were best is not for the images to decide that tell how good they are. */
    private static Settings attempt() {
        return RecipeKeys.settings(Map.of(
                RecipeKeys.WEIGHTS.name(), "last",
                RecipeKeys.VALIDATION_TIMES.name(), 1,
                RecipeKeys.PATIENCE.name(), 0));
    }

    private static Settings headFirst(boolean fits) {
        return RecipeKeys.settings(Map.of(RecipeKeys.HEAD_FIRST.name(), fits));
    }

    private static List<Slice> folds(Recipe recipe, TrainingImages images, boolean small) {
        int[] positions = IntStream.range(0, images.count()).toArray();
        if (positions.length > MOST_IMAGES) {
            positions = IntStream.of(Draw.front(positions, MOST_IMAGES, Draw.of(recipe.seed(), Purpose.SAMPLE)))
                    .sorted()
                    .toArray();
        }
        int count = positions.length < VERY_FEW ? 5 : 3;
        return Folds.of(positions, images.classIds(), count, small ? count : 1, recipe.seed());
    }
}

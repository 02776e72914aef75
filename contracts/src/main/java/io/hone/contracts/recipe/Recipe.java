package io.hone.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hone.contracts.Checks;
import io.hone.contracts.settings.Decimals;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import java.util.Map;

/**
 * How a run trains. Enough, with the base and the dataset, to train the same again.
 *
 * @param settings every key is set, also those left to their defaults: as JSON it means the same to a version with others
 */
public record Recipe(@JsonValue Settings settings) {

    public static final Recipe DEFAULT = new Recipe(RecipeKeys.NONE);

    /** @throws IllegalArgumentException if settings contradict each other */
    public Recipe {
        settings = Checks.present("recipe", settings).complete();
        rates(settings);
        schedule(settings);
        validation(settings);
        headFitting(settings);
    }

    /** @throws IllegalArgumentException as {@link RecipeKeys#settings} and the constructor */
    public static Recipe of(Map<String, ?> settings) {
        return new Recipe(RecipeKeys.settings(settings));
    }

    /** Keys of a newer writer are read over; the words of the first writer are understood. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Recipe read(Map<String, Object> json) {
        return new Recipe(RecipeKeys.CATALOGUE.known(FirstWords.translated(json)));
    }

    /** This recipe but for what the settings say. */
    public Recipe with(Settings changes) {
        return new Recipe(changes.over(settings));
    }

    public <T> T get(Key<T> key) {
        return settings.get(key);
    }

    public Kind kind() {
        return get(RecipeKeys.KIND);
    }

    public Length length() {
        int iterations = get(RecipeKeys.ITERATIONS);
        return iterations > 0 ? new Length.Iterations(iterations) : new Length.Epochs(get(RecipeKeys.EPOCHS));
    }

    public int batchSize() {
        return get(RecipeKeys.BATCH_SIZE);
    }

    public Rates rates() {
        return rates(settings);
    }

    public Optimizer optimizer() {
        double decay = get(RecipeKeys.WEIGHT_DECAY);
        return switch (get(RecipeKeys.OPTIMIZER)) {
            case SGD -> new Optimizer.Sgd(get(RecipeKeys.MOMENTUM), decay);
            case ADAMW ->
                new Optimizer.AdamW(get(RecipeKeys.BETA1), get(RecipeKeys.BETA2), get(RecipeKeys.EPSILON), decay);
        };
    }

    public Schedule schedule() {
        return schedule(settings);
    }

    public GradientClip gradientClip() {
        return new GradientClip(get(RecipeKeys.CLIP_VALUE), get(RecipeKeys.CLIP_NORM));
    }

    public Validation validation() {
        return validation(settings);
    }

    public Augmentation augmentation() {
        return new Augmentation(
                get(RecipeKeys.FLIP),
                get(RecipeKeys.CROP),
                get(RecipeKeys.CROP_PADDING),
                get(RecipeKeys.CROP_AREA),
                get(RecipeKeys.COLOUR_JITTER));
    }

    public ReplayRule replay() {
        return new ReplayRule(
                get(RecipeKeys.REPLAY_STRATEGY), get(RecipeKeys.REPLAY_SHARE), get(RecipeKeys.REPLAY_WINDOW));
    }

    public HeadFitting headFitting() {
        return headFitting(settings);
    }

    public AutoRule auto() {
        return new AutoRule(get(RecipeKeys.AUTO_SMALL), get(RecipeKeys.AUTO_MARGIN));
    }

    public long seed() {
        return get(RecipeKeys.SEED);
    }

    private static Rates rates(Settings settings) {
        return new Rates(
                settings.get(RecipeKeys.BACKBONE_RATE),
                settings.get(RecipeKeys.HEAD_RATE),
                settings.get(RecipeKeys.MULTIPLIERS));
    }

    private static Schedule schedule(Settings settings) {
        return switch (settings.get(RecipeKeys.SCHEDULE)) {
            case CONSTANT -> new Schedule.Constant();
            case STEP ->
                new Schedule.Step(Decimals.list(settings.get(RecipeKeys.STEPS)), settings.get(RecipeKeys.FACTOR));
            case COSINE -> new Schedule.Cosine(settings.get(RecipeKeys.WARM_UP));
        };
    }

    private static Validation validation(Settings settings) {
        return new Validation(
                settings.get(RecipeKeys.VALIDATION_SHARE),
                settings.get(RecipeKeys.VALIDATION_TIMES),
                settings.get(RecipeKeys.PATIENCE));
    }

    private static HeadFitting headFitting(Settings settings) {
        return new HeadFitting(
                settings.get(RecipeKeys.HEAD_METHOD),
                Decimals.list(settings.get(RecipeKeys.HEAD_L2)),
                settings.get(RecipeKeys.HEAD_FOLDS));
    }
}

package io.hone.contracts.recipe;

import io.hone.contracts.settings.Catalogue;
import io.hone.contracts.settings.Decimals;
import io.hone.contracts.settings.Key;
import io.hone.contracts.settings.Settings;
import java.util.List;
import java.util.Map;

/** Everything that can be set about a recipe. */
public final class RecipeKeys {

    public static final Key<Kind> KIND = Key.choice(
            "kind",
            Kind.FULL,
            "Which layers learn: all; all but early ones (`frozen`); only the head, fitted to cached features; or whichever"
                    + " of these suits number and kind of the images.");
    public static final Key<Integer> EPOCHS =
            Key.whole("epochs", 5, 1, 10_000, "Passes over a run's images, unless `iterations` is set.");
    public static final Key<Integer> ITERATIONS =
            Key.whole("iterations", 0, 0, 10_000_000, "Steps, in place of `epochs`; 0 leaves it to them.");
    public static final Key<Integer> BATCH_SIZE = Key.whole("batch-size", 64, 1, 4096, "Images a step.");

    public static final Key<Double> BACKBONE_RATE = Key.decimal(
            "rates.backbone", 0.005, 0, 10, "Learning rate below the head: 10 to 100 times lower than from scratch.");
    public static final Key<Double> HEAD_RATE =
            Key.decimal("rates.head", 0.05, 0, 10, "Learning rate of the last classification layer.");
    public static final Key<Multipliers> MULTIPLIERS = Key.written(
            "rates.multipliers",
            Multipliers.NONE,
            "a list such as layer1=0.1,layer2=0.5/1",
            "Factors of the rates by beginning of a layer's name, after a slash another for biases; 0 freezes.",
            Multipliers::parse);
    public static final Key<Frozen> FROZEN = Key.written(
            "frozen",
            new Frozen.Share(50),
            "a number of layers, a share such as 50%, or beginnings of names such as conv1,layer1",
            "Of the recipe *partial*: the layers, counted from the input, that stay as they are.",
            Frozen::parse);

    public static final Key<Optimizer.Name> OPTIMIZER =
            Key.choice("optimizer.name", Optimizer.Name.SGD, "SGD with momentum, or Adam with decoupled weight decay.");
    public static final Key<Double> MOMENTUM = Key.decimal("optimizer.momentum", 0.9, 0, 0.999, "Of sgd.");
    public static final Key<Double> BETA1 =
            Key.decimal("optimizer.beta1", 0.9, 0, 0.9999, "Of adamw: decay of the first moment.");
    public static final Key<Double> BETA2 =
            Key.decimal("optimizer.beta2", 0.999, 0, 0.99999, "Of adamw: decay of the second moment.");
    public static final Key<Double> EPSILON =
            Key.decimal("optimizer.epsilon", 1e-8, 1e-12, 1, "Of adamw: what keeps it from dividing by 0.");
    public static final Key<Double> WEIGHT_DECAY =
            Key.decimal("optimizer.weight-decay", 0.0005, 0, 1, "Pull of the weights towards 0.");
    public static final Key<Boolean> DECAY_ALL = Key.flag(
            "optimizer.decay-all", false, "Whether weight decay also pulls at biases and normalisation layers.");

    public static final Key<Schedule.Name> SCHEDULE =
            Key.choice("schedule.name", Schedule.Name.COSINE, "How the rates fall over a run.");
    public static final Key<Double> WARM_UP = Key.decimal(
            "schedule.warm-up", 0.05, 0, 0.5, "Of cosine: share of the run during which the rates rise first.");
    public static final Key<String> STEPS = Key.written(
            "schedule.steps",
            "0.6,0.85",
            "rising shares of the run, 0 to 1",
            "Of step: after these shares of the run the rates are multiplied with `schedule.factor`.",
            text -> Decimals.text(Schedule.Step.requireRising(Decimals.list(text))));
    public static final Key<Double> FACTOR =
            Key.decimal("schedule.factor", 0.1, 0, 1, "Of step: what the rates are multiplied with.");

    public static final Key<Double> CLIP_VALUE = Key.decimal(
            "gradient-clip.value", 0, 0, 1e6, "Gradients are cut to between minus and plus this; 0 for not at all.");
    public static final Key<Double> CLIP_NORM = Key.decimal(
            "gradient-clip.norm",
            0,
            0,
            1e6,
            "All gradients of a step are scaled down to this Euclidean length; 0 for not at all.");
    public static final Key<Double> LABEL_SMOOTHING =
            Key.decimal("label-smoothing", 0, 0, 0.5, "Share of each label that is spread evenly over all classes.");
    public static final Key<Sampling> SAMPLING =
            Key.choice("sampling", Sampling.SHUFFLED, "Each image once an epoch, or each class equally often.");
    public static final Key<Weights> WEIGHTS = Key.choice(
            "weights",
            Weights.BEST,
            "Which weights become the candidate: best on the validation slice, or last (always without a slice).");

    public static final Key<Double> VALIDATION_SHARE = Key.decimal(
            "validation.share", 0.1, 0, 0.5, "Share of a run's images that is looked at and not trained on.");
    public static final Key<Integer> VALIDATION_TIMES =
            Key.whole("validation.times", 10, 1, 1000, "How often during a run it is looked at.");
    public static final Key<Integer> PATIENCE = Key.whole(
            "validation.patience",
            0,
            0,
            1000,
            "Looks without a better accuracy after which a run ends early; 0 for never.");

    public static final Key<Boolean> FLIP =
            Key.flag("augmentation.flip", true, "Mirror every second training image left and right.");
    public static final Key<Crop> CROP = Key.choice(
            "augmentation.crop",
            Crop.PADDED,
            "Cut windows of the original size from the image within a border, or windows of random area and shape.");
    public static final Key<Border> CROP_PADDING = Key.written(
            "augmentation.crop-padding",
            new Border(12.5, true),
            "0 to 64 pixels, or 0% to 50% of the shorter side",
            "Of padded: width of the border.",
            Border::parse);
    public static final Key<Double> CROP_AREA =
            Key.decimal("augmentation.crop-area", 0.5, 0.05, 1, "Of resized: the smallest share of the image's area.");
    public static final Key<Double> COLOUR_JITTER = Key.decimal(
            "augmentation.colour-jitter", 0, 0, 1, "Brightness, contrast and saturation change by up to this share.");

    public static final Key<ReplayStrategy> REPLAY_STRATEGY =
            Key.choice("replay.strategy", ReplayStrategy.RESERVOIR, "Which older images are trained on again.");
    public static final Key<Double> REPLAY_SHARE =
            Key.decimal("replay.share", 0.3, 0, 0.95, "Share of a run's images that are older ones.");
    public static final Key<Integer> REPLAY_WINDOW = Key.whole(
            "replay.window", 10_000, 1, 100_000_000, "Of recent: how many of the latest older images are drawn from.");

    public static final Key<Integer> NEW_CLASS_IMAGES = Key.whole(
            "new-classes.images",
            20,
            0,
            1_000_000,
            "Training images that a new class must have before it enters the model; 0 for never.");
    public static final Key<Integer> NEW_CLASS_HOLD_OUT = Key.whole(
            "new-classes.hold-out-images",
            5,
            0,
            1_000_000,
            "Hold-out images that a new class must have before it enters the model: as many as the policy's"
                    + " `hold-out.images-per-class` asks for, or no candidate that has it can be judged.");

    public static final Key<NearDuplicates> NEAR_DUPLICATES = Key.choice(
            "hygiene.near-duplicates",
            NearDuplicates.LEAVE_OUT,
            "What becomes of training images that look almost like one of the hold-out: not trained on, or trained on and"
                    + " counted, or not looked for.");
    public static final Key<Integer> NEAR_DISTANCE = Key.whole(
            "hygiene.distance",
            8,
            0,
            16,
            "In how many of their fingerprints' 64 bits two images may differ and still look almost the same.");

    public static final Key<Boolean> HEAD_FIRST = Key.flag(
            "head.first",
            false,
            "Of *full* and *partial*: fit the head to the base's features before anything is trained by gradients, so that a"
                    + " fresh head does not spoil what lies below it.");
    public static final Key<LinearMethod> HEAD_METHOD = Key.choice(
            "head.method",
            LinearMethod.SOFTMAX,
            "How a head is fitted to features: softmax regression, or a linear SVM.");
    public static final Key<String> HEAD_L2 = Key.written(
            "head.l2",
            "0.0001,0.001,0.01,0.1",
            "1 to 20 numbers, each 1e-8 to 10000",
            "Strengths of the L2 penalty of a fitted head, chosen from by cross-validation.",
            text -> Decimals.text(HeadFitting.requireStrengths(Decimals.list(text))));
    public static final Key<Integer> HEAD_FOLDS = Key.whole("head.folds", 5, 2, 20, "Folds of the cross-validation.");

    public static final Key<Integer> AUTO_SMALL =
            Key.whole("auto.small", 1000, 0, 1_000_000, "Of *auto*: fewer images are few.");
    public static final Key<Double> AUTO_MARGIN = Key.decimal(
            "auto.margin",
            0,
            0,
            1,
            "Of *auto*: images are similar to what the base knows when a linear classifier on its features comes so close"
                    + " to a fine-tuned probe, in accuracy.");

    public static final Key<Long> SEED = Key.number(
            "seed", 42, "Of order, replay, slice, augmentation and new rows: the same again gives the same weights.");

    public static final Catalogue<Recipe> CATALOGUE = new Catalogue<>("recipe", "trainer", keys(), Recipe::new);

    /** Nothing is set. */
    public static final Settings NONE = CATALOGUE.none();

    private RecipeKeys() {}

    /** @throws IllegalArgumentException as {@link Catalogue#settings} */
    public static Settings settings(Map<String, ?> values) {
        return CATALOGUE.settings(values);
    }

    private static List<Key<?>> keys() {
        return List.of(
                KIND,
                EPOCHS,
                ITERATIONS,
                BATCH_SIZE,
                BACKBONE_RATE,
                HEAD_RATE,
                MULTIPLIERS,
                FROZEN,
                OPTIMIZER,
                MOMENTUM,
                BETA1,
                BETA2,
                EPSILON,
                WEIGHT_DECAY,
                DECAY_ALL,
                SCHEDULE,
                WARM_UP,
                STEPS,
                FACTOR,
                CLIP_VALUE,
                CLIP_NORM,
                LABEL_SMOOTHING,
                SAMPLING,
                WEIGHTS,
                VALIDATION_SHARE,
                VALIDATION_TIMES,
                PATIENCE,
                FLIP,
                CROP,
                CROP_PADDING,
                CROP_AREA,
                COLOUR_JITTER,
                REPLAY_STRATEGY,
                REPLAY_SHARE,
                REPLAY_WINDOW,
                NEW_CLASS_IMAGES,
                NEW_CLASS_HOLD_OUT,
                NEAR_DUPLICATES,
                NEAR_DISTANCE,
                HEAD_FIRST,
                HEAD_METHOD,
                HEAD_L2,
                HEAD_FOLDS,
                AUTO_SMALL,
                AUTO_MARGIN,
                SEED);
    }
}

package io.hone.trainer.finetune;

import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Recipe;
import io.hone.images.Pixels;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.TrainableClassifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Carries a plan out: draws batches, varies them, takes steps, tells how it gets on. */
public final class FineTuning {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    private final RunPlan plan;
    private final Preprocessing preprocessing;
    private final ProgressListener listener;
    private final BooleanSupplier cancelled;
    private final InstantSource clock;

    /** @param cancelled asked before each step */
    public FineTuning(
            RunPlan plan,
            Preprocessing preprocessing,
            ProgressListener listener,
            BooleanSupplier cancelled,
            InstantSource clock) {
        this.plan = plan;
        this.preprocessing = preprocessing;
        this.listener = listener;
        this.cancelled = cancelled;
        this.clock = clock;
    }

    /**
     * @return mean loss, in nats, over the steps since the last progress before the end
     * @throws RunCancelledException if it was stopped before its end
     */
    public double train(TrainableClassifier classifier, TrainingImages images) throws RunCancelledException {
        Recipe recipe = plan.recipe();
        // Two generators, so that another way to vary images leaves their order as it is.
        ShuffledOrder order = new ShuffledOrder(images.count(), recipe.batchSize(), new Random(recipe.seed()));
        Augmenter augmenter = new Augmenter(recipe.augmentation(), preprocessing, new Random(~recipe.seed()));
        Meter meter = new Meter(clock);
        int iterations = plan.iterations();
        for (int iteration = 1; iteration <= iterations; iteration++) {
            if (cancelled.getAsBoolean()) {
                throw new RunCancelledException(plan.run(), iteration - 1);
            }
            int[] batch = order.nextBatch();
            float loss = classifier.step(pixels(images, batch, augmenter), classIds(images, batch), recipe.rates());
            meter.add(loss, batch.length);
            if (iteration == 1 || iteration == iterations || meter.elapsed().compareTo(PROGRESS_EVERY) >= 0) {
                listener.progressed(iteration, iterations, meter.meanLoss(), meter.imagesPerSecond());
                meter = iteration == iterations ? meter : new Meter(clock);
            }
        }
        return meter.meanLoss();
    }

    private PixelBatch pixels(TrainingImages images, int[] batch, Augmenter augmenter) {
        int length = Pixels.CHANNELS * preprocessing.width() * preprocessing.height();
        byte[] rgb = new byte[length * batch.length];
        for (int i = 0; i < batch.length; i++) {
            augmenter.vary(images.pixels(batch[i]), rgb, i * length);
        }
        return new PixelBatch(batch.length, preprocessing.width(), preprocessing.height(), rgb);
    }

    private static int[] classIds(TrainingImages images, int[] batch) {
        int[] ids = new int[batch.length];
        for (int i = 0; i < batch.length; i++) {
            ids[i] = images.classId(batch[i]);
        }
        return ids;
    }
}

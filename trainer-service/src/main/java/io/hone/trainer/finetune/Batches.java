package io.hone.trainer.finetune;

import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.images.Pixels;
import io.hone.trainer.draw.Draw;
import io.hone.trainer.draw.Draw.Purpose;
import io.hone.vision.classifier.PixelBatch;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A run's batches in their order, read and varied on a thread of their own while the network is busy with others. */
final class Batches implements AutoCloseable {

    /** Enough that a slow read is not waited for; each takes the memory of a batch. */
    private static final int AHEAD = 3;

    private final TrainingImages images;
    private final Preprocessing preprocessing;
    private final Order order;
    private final Augmenter augmenter;
    private final long seed;
    private final int last;
    private int next;
    private final Queue<Future<Batch>> coming = new ArrayDeque<>();
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "training-images"));

    /**
     * @param positions of the images to train on
     * @param first iteration whose batch is wanted, from 1
     * @param last iteration
     */
    Batches(TrainingImages images, int[] positions, Recipe recipe, Preprocessing preprocessing, int first, int last) {
        this.images = images;
        this.preprocessing = preprocessing;
        this.order = new Order(
                recipe.get(RecipeKeys.SAMPLING), positions, images.classIds(), recipe.batchSize(), recipe.seed());
        this.augmenter = new Augmenter(recipe.augmentation(), preprocessing);
        this.seed = recipe.seed();
        this.next = first;
        this.last = last;
    }

    /** Not to be called more often than there are iterations. */
    Batch next() {
        while (coming.size() <= AHEAD && next <= last) {
            int iteration = next++;
            coming.add(reader.submit(() -> read(iteration)));
        }
        try {
            return coming.remove().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("interrupted while waiting for training images", e);
        }
    }

    private Batch read(int iteration) {
        int[] positions = order.batch(iteration);
        SplittableRandom random = Draw.of(seed, Purpose.AUGMENTATION, iteration);
        int length = Pixels.CHANNELS * preprocessing.width() * preprocessing.height();
        byte[] rgb = new byte[bytes(positions.length, length)];
        int[] classIds = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            augmenter.vary(images.pixels(positions[i]), rgb, i * length, random);
            classIds[i] = images.classId(positions[i]);
        }
        return new Batch(
                new PixelBatch(positions.length, preprocessing.width(), preprocessing.height(), rgb), classIds);
    }

    private static int bytes(int images, int length) {
        long bytes = (long) images * length;
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "batch-size is %d: a batch would have %d bytes of pixels, at most %d are possible; lower it"
                            .formatted(images, bytes, Integer.MAX_VALUE));
        }
        return (int) bytes;
    }

    /** Waits for what is being read: the store may be closed right afterwards. */
    @Override
    public void close() {
        reader.shutdownNow();
        boolean interrupted = Thread.interrupted();
        while (!reader.isTerminated()) {
            interrupted |= !awaited();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaited() {
        try {
            reader.awaitTermination(1, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

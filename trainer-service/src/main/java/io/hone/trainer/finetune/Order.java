package io.hone.trainer.finetune;

import io.hone.contracts.recipe.Sampling;
import io.hone.trainer.draw.Draw;
import io.hone.trainer.draw.Draw.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which images each step takes. A function of seed and step alone, so that whoever takes up a run in the middle takes
 * the same ones without being told what came before. What does not fill a batch at an epoch's end is left out, for
 * BatchNorm learns little from a handful of images; where there are fewer images than a batch holds, they are the batch.
 */
final class Order {

    private final Sampling sampling;
    private final int[] positions;
    private final List<int[]> classes;
    private final int batchSize;
    private final long seed;
    private int epoch = -1;
    private int[] shuffled = {};

    /**
     * @param positions of the images to train on
     * @param classIds of all images, by position
     */
    Order(Sampling sampling, int[] positions, int[] classIds, int batchSize, long seed) {
        this.sampling = sampling;
        this.positions = positions.clone();
        this.classes = byClass(positions, classIds);
        this.batchSize = Math.min(batchSize, positions.length);
        this.seed = seed;
    }

    private static List<int[]> byClass(int[] positions, int[] classIds) {
        TreeMap<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int position : positions) {
            byClass.computeIfAbsent(classIds[position], id -> new ArrayList<>()).add(position);
        }
        return byClass.values().stream()
                .map(images -> images.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /**
     * @param iteration from 1
     * @return positions
     */
    int[] batch(int iteration) {
        int batches = positions.length / batchSize;
        int wanted = (iteration - 1) / batches;
        if (wanted != epoch) {
            SplittableRandom random = Draw.of(seed, Purpose.ORDER, wanted);
            shuffled = sampling == Sampling.SHUFFLED ? shuffled(positions, random) : balanced(random);
            epoch = wanted;
        }
        int[] batch = new int[batchSize];
        System.arraycopy(shuffled, (iteration - 1) % batches * batchSize, batch, 0, batchSize);
        return batch;
    }

    /** As many places as there are images; each round gives every class one, in a new order. */
    private int[] balanced(SplittableRandom random) {
        int[][] queues = new int[classes.size()][];
        int[] next = new int[classes.size()];
        int[] round = {};
        int[] places = new int[positions.length];
        for (int place = 0; place < places.length; place++) {
            int inRound = place % queues.length;
            if (inRound == 0) {
                round = shuffled(IntStream.range(0, queues.length).toArray(), random);
            }
            int drawn = round[inRound];
            if (queues[drawn] == null || next[drawn] == queues[drawn].length) {
                queues[drawn] = shuffled(classes.get(drawn), random);
                next[drawn] = 0;
            }
            places[place] = queues[drawn][next[drawn]++];
        }
        return places;
    }

    private static int[] shuffled(int[] items, SplittableRandom random) {
        return Draw.front(items, items.length, random);
    }
}

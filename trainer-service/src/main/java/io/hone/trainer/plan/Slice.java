package io.hone.trainer.plan;

import io.hone.trainer.draw.Draw;
import io.hone.trainer.draw.Draw.Purpose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A run's images in two parts: those it trains on, and those it only looks at. Of each class the same share is held
 * back, rounded down, so that a class of a few images keeps them all for training.
 *
 * @param training positions, rising
 * @param validation positions, rising
 */
public record Slice(int[] training, int[] validation) {

    /**
     * @param classIds of all images, by position
     * @param share to be held back, 0 to 0.5
     */
    public static Slice of(int[] classIds, double share, long seed) {
        TreeMap<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int position = 0; position < classIds.length; position++) {
            byClass.computeIfAbsent(classIds[position], id -> new ArrayList<>()).add(position);
        }
        SplittableRandom random = Draw.of(seed, Purpose.SLICE);
        boolean[] held = new boolean[classIds.length];
        for (List<Integer> positions : byClass.values()) {
            Draw.front(positions, size(positions.size(), share), random).forEach(position -> held[position] = true);
        }
        return new Slice(positions(held, false), positions(held, true));
    }

    /** How many are held back of classes of so many images each. */
    static int size(Collection<Integer> imagesByClass, double share) {
        return imagesByClass.stream().mapToInt(images -> size(images, share)).sum();
    }

    private static int size(int images, double share) {
        return (int) Math.floor(images * share);
    }

    private static int[] positions(boolean[] held, boolean wanted) {
        return IntStream.range(0, held.length)
                .filter(position -> held[position] == wanted)
                .toArray();
    }
}

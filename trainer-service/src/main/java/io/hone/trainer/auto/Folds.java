package io.hone.trainer.auto;

import io.hone.trainer.draw.Draw;
import io.hone.trainer.draw.Draw.Purpose;
import io.hone.trainer.plan.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Splits of images into those to learn from and those to be asked about, every class in the same proportion. */
final class Folds {

    private Folds() {}

    /**
     * @param positions of the images to be split
     * @param classIds of all images, by position
     * @param count parts, 2 or more; each is asked about in one of the splits
     * @param used how many of the splits are wanted
     */
    static List<Slice> of(int[] positions, int[] classIds, int count, int used, long seed) {
        int[] part = parts(positions, classIds, count, seed);
        List<Slice> folds = new ArrayList<>();
        for (int fold = 0; fold < used; fold++) {
            folds.add(new Slice(positions(positions, part, fold, false), positions(positions, part, fold, true)));
        }
        return folds;
    }

    /** The classes are dealt out one after the other, so that all parts are equally large to within one image. */
    private static int[] parts(int[] positions, int[] classIds, int count, long seed) {
        TreeMap<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int i = 0; i < positions.length; i++) {
            byClass.computeIfAbsent(classIds[positions[i]], id -> new ArrayList<>())
                    .add(i);
        }
        SplittableRandom random = Draw.of(seed, Purpose.FOLDS);
        int[] part = new int[positions.length];
        int dealt = 0;
        for (List<Integer> indices : byClass.values()) {
            for (int index : Draw.front(indices, indices.size(), random)) {
                part[index] = dealt++ % count;
            }
        }
        return part;
    }

    private static int[] positions(int[] positions, int[] part, int fold, boolean asked) {
        return IntStream.range(0, positions.length)
                .filter(i -> (part[i] == fold) == asked)
                .map(i -> positions[i])
                .toArray();
    }
}

package io.hone.vision.linear;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Examples dealt out to folds, each class evenly. A class with fewer examples than folds is in some of them.
 *
 * @param foldOf by example
 */
record Folds(int[] foldOf, int count) {

    /** @param folds at most as many as there are labels */
    static Folds stratified(int[] labels, int folds, long seed) {
        int[] order = byClass(labels, seed);
        int[] foldOf = new int[labels.length];
        for (int i = 0; i < order.length; i++) {
            foldOf[order[i]] = i % folds;
        }
        return new Folds(foldOf, folds);
    }

    /** At most so many examples, ascending, of each class about its share. */
    static int[] sample(int[] labels, int most, long seed) {
        if (labels.length <= most) {
            return IntStream.range(0, labels.length).toArray();
        }
        int[] order = byClass(labels, seed);
        return IntStream.range(0, most)
                .map(i -> order[(int) ((long) i * labels.length / most)])
                .sorted()
                .toArray();
    }

    /** One class after the other, each shuffled. */
    private static int[] byClass(int[] labels, long seed) {
        List<Integer> order =
                Arrays.asList(IntStream.range(0, labels.length).boxed().toArray(Integer[]::new));
        Collections.shuffle(order, new Random(seed));
        order.sort(Comparator.comparingInt(example -> labels[example]));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] inside(int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(example -> foldOf[example] == fold)
                .toArray();
    }

    int[] outside(int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(example -> foldOf[example] != fold)
                .toArray();
    }
}

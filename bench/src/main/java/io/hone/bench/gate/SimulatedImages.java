package io.hone.bench.gate;

import java.util.Arrays;

/** A hold-out that grows. */
final class SimulatedImages {

    private final long seed;
    private int[] classes = new int[0];

    SimulatedImages(long seed, int count) {
        this.seed = seed;
        growTo(count);
    }

    void growTo(int count) {
        int from = classes.length;
        if (count > from) {
            classes = Arrays.copyOf(classes, count);
            for (int image = from; image < count; image++) {
                classes[image] = SimulatedClasses.of(Dice.at(seed, image));
            }
        }
    }

    int count() {
        return classes.length;
    }

    int classOf(int image) {
        return classes[image];
    }
}

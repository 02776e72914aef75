package io.hone.bench.gate;

import java.util.Arrays;

/** A hold-out that grows. */
final class SimulatedImages {

    private final long seed;
    private final Bursts bursts;
    private int[] classes = new int[0];

    SimulatedImages(long seed, int count, Bursts bursts) {
        this.seed = seed;
        this.bursts = bursts;
        growTo(count);
    }

    void growTo(int count) {
        int from = classes.length;
        if (count > from) {
            classes = Arrays.copyOf(classes, count);
            for (int image = from; image < count; image++) {
                classes[image] = SimulatedClasses.of(Dice.at(seed, groupOf(image)));
            }
        }
    }

    int count() {
        return classes.length;
    }

    int classOf(int image) {
        return classes[image];
    }

    int groupOf(int image) {
        return image / bursts.size();
    }

    boolean areGroupsNamed() {
        return bursts.named();
    }

    boolean isLikeItsGroup(int image) {
        return bursts.size() > 1 && Dice.at(seed, -1L - image) < Bursts.ALIKE;
    }
}

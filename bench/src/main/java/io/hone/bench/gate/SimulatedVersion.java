package io.hone.bench.gate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A version of known quality. It answers as the one that it was trained from, but for images on which it differs: a share
 * of all images that it breaks, and one that it mends, the same in every class and independent from image to image. So its
 * true accuracy is its parent's, plus what is mended, less what is broken.
 */
final class SimulatedVersion {

    private final Optional<SimulatedVersion> parent;
    private final int number;
    private final long seed;
    private final double broken;
    private final double mended;

    /** By class, in truth. */
    private final double[] accuracy;

    /** Answers so far: most versions are asked about few images. */
    private boolean[] right = new boolean[0];

    private int correct;

    private SimulatedVersion(Optional<SimulatedVersion> parent, int number, long seed, double broken, double mended) {
        this.parent = parent;
        this.number = number;
        this.seed = seed;
        this.broken = broken;
        this.mended = mended;
        this.accuracy = IntStream.range(0, SimulatedClasses.COUNT)
                .mapToDouble(classId -> parent.map(version -> version.accuracy[classId])
                                .orElseGet(() -> SimulatedClasses.accuracy(classId))
                        - broken
                        + mended)
                .toArray();
    }

    static SimulatedVersion base(long seed) {
        return base(seed, 0);
    }

    /** @param worse by how much less accurate than a model that has learned most of what it can, 0 to 0.7 */
    static SimulatedVersion base(long seed, double worse) {
        return new SimulatedVersion(Optional.empty(), 1, seed, worse, 0);
    }

    /**
     * @param differing share of all images that it and its parent judge differently
     * @param gain by how much it is truly more accurate, −differing to differing
     */
    SimulatedVersion candidate(int version, long ownSeed, double differing, double gain) {
        return new SimulatedVersion(
                Optional.of(this), version, ownSeed, (differing - gain) / 2, (differing + gain) / 2);
    }

    /** In truth; below 0 where it is worse. */
    double gainOver(SimulatedVersion other) {
        return accuracy[0] - other.accuracy[0];
    }

    int number() {
        return number;
    }

    boolean[] right(SimulatedImages images) {
        answer(images);
        return right;
    }

    private void answer(SimulatedImages images) {
        int from = right.length;
        if (from < images.count()) {
            boolean[] before = parent.map(version -> version.right(images)).orElse(null);
            right = Arrays.copyOf(right, images.count());
            for (int image = from; image < right.length; image++) {
                right[image] = right(images, image, before);
                correct += right[image] ? 1 : 0;
            }
        }
    }

    private boolean right(SimulatedImages images, int image, boolean[] before) {
        double thrown =
                images.isLikeItsGroup(image) ? Dice.at(seed, -1L - images.groupOf(image)) : Dice.at(seed, image);
        int classId = images.classOf(image);
        if (before == null) {
            return thrown < accuracy[classId];
        }
        double was = parent.orElseThrow().accuracy[classId];
        return before[image] ? thrown >= broken / was : thrown < mended / (1 - was);
    }

    int correct(SimulatedImages images) {
        answer(images);
        return correct;
    }
}

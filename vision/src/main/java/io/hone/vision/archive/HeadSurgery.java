package io.hone.vision.archive;

import io.hone.contracts.Checks;
import java.nio.file.Path;

/**
 * Gives a TorchScript file another head. Everything else stays as it is; {@code to} is written whole or not at all, the
 * same input gives the same bytes, and {@code to} may be {@code from}.
 *
 * <p>All methods throw {@link NotTorchScriptException} if {@code from} is none that can be trusted,
 * {@link NoHeadException} if it has no such head or one whose numbers are shared with another tensor,
 * {@link IllegalArgumentException} for numbers out of range, and {@link java.io.UncheckedIOException} if a file cannot
 * be read or written.
 */
public final class HeadSurgery {

    static final int MIN_CLASSES = 2;
    static final int MAX_CLASSES = 100_000;
    /** Of the identity: one GiB of single-precision numbers. */
    private static final int MAX_FEATURES = 1 << 14;

    private HeadSurgery() {}

    /**
     * Adds classes behind the old ones, whose numbers stay bit for bit. The new ones begin as PyTorch begins a linear
     * layer: weight and bias uniform between ±1/√features.
     *
     * @param newClasses how many are added
     */
    public static void grow(Path from, Path to, Head head, int newClasses, long seed) {
        Checks.within("newClasses", newClasses, 1, MAX_CLASSES);
        int classes = checkedClasses(head.classes() + newClasses);
        NewHead added = NewHead.fresh(newClasses, head.inFeatures(), seed);
        edit(from, to, head, classes, NewHead.behindTheOld(added));
    }

    /** A head that knows nothing, for that many classes; begins as {@link #grow}'s new classes do. */
    public static void replace(Path from, Path to, Head head, int classes, long seed) {
        checkedClasses(classes);
        edit(from, to, head, classes, NewHead.fresh(classes, head.inFeatures(), seed));
    }

    /** A head that passes on what it is given: the network then answers with its features. */
    public static void identity(Path from, Path to, Head head) {
        int features = Checks.within("inFeatures", head.inFeatures(), 1, MAX_FEATURES);
        // The diagonal of a square that is written row by row.
        long step = features + 1L;
        edit(from, to, head, features, NewHead.of(features, features, i -> i % step == 0 ? 1 : 0, i -> 0));
    }

    /**
     * A head of these weights, of as many classes as they have.
     *
     * @throws IllegalArgumentException if they are for another number of features, or have a bias that the head has no
     *     place for
     */
    public static void write(Path from, Path to, Head head, LinearWeights weights) {
        if (weights.inFeatures() != head.inFeatures()) {
            throw new IllegalArgumentException("weights are for %d features, the head '%s' has %d"
                    .formatted(weights.inFeatures(), head.module(), head.inFeatures()));
        }
        if (head.bias().isEmpty() && weights.hasBias()) {
            throw new IllegalArgumentException(
                    "the head '%s' has no bias: all biases must be 0".formatted(head.module()));
        }
        NewHead written = NewHead.of(
                weights.classes(), weights.inFeatures(), i -> weights.weight()[Math.toIntExact(i)], i -> weights.bias()[
                        i]);
        edit(from, to, head, weights.classes(), written);
    }

    private static void edit(Path from, Path to, Head head, int classes, NewHead numbers) {
        try (OpenArchive archive = OpenArchive.open(from)) {
            new HeadEdit(archive, head).write(to, classes, numbers);
        }
    }

    private static int checkedClasses(int classes) {
        return Checks.within("classes", classes, MIN_CLASSES, MAX_CLASSES);
    }
}

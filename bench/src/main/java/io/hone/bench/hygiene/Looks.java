package io.hone.bench.hygiene;

import io.hone.bench.cifar.Examples;
import io.hone.images.Fingerprint;
import java.util.List;
import java.util.function.BiPredicate;

/** Fingerprints with the labels of their images. */
record Looks(List<Look> list) {

    record Look(String label, Fingerprint fingerprint) {}

    static Looks of(Examples examples) {
        return new Looks(examples.list().stream()
                .flatMap(example -> Fingerprint.of(example.pixels()).stream()
                        .map(fingerprint -> new Look(example.label(), fingerprint)))
                .toList());
    }

    /**
     * Of each image, in how many bits it differs from the nearest of the others that are asked for.
     *
     * @param which whether, of two labels, the image and the other are compared
     */
    int[] nearest(Looks others, BiPredicate<String, String> which) {
        return list.stream()
                .mapToInt(look -> others.list.stream()
                        .filter(other -> which.test(look.label(), other.label()))
                        .mapToInt(other -> other.fingerprint().distance(look.fingerprint()))
                        .min()
                        .orElse(Fingerprint.BITS))
                .toArray();
    }

    Looks first(int count) {
        return new Looks(list.subList(0, Math.min(count, list.size())));
    }
}

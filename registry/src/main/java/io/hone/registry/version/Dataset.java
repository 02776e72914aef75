package io.hone.registry.version;

import io.hone.contracts.Checks;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run trained on. The new images lie in the topic between two offsets, except those that waited for their label
 * to become a class: they count as new in the run by which it enters, and are older. So are the replayed ones.
 *
 * @param topic the labelled-image topic
 * @param fromOffset the first offset whose images count as new
 * @param toOffset the offset after the last one the trainer had read
 * @param newImages how many new ones
 * @param replayedImages how many older ones
 * @param imagesByClass new and replayed together
 * @param replayDigest SHA-256 over the replayed images' ids in order, one a line
 * @param replayedByClass replayed alone
 * @param imagesDigest SHA-256 of the version's {@code images.csv}, which names every image with its label; absent for
 *     versions that have none
 * @param overlap where they met the hold-out
 */
public record Dataset(
        String topic,
        long fromOffset,
        long toOffset,
        int newImages,
        int replayedImages,
        Map<String, Integer> imagesByClass,
        String replayDigest,
        Map<String, Integer> replayedByClass,
        Optional<String> imagesDigest,
        Overlap overlap) {

    public Dataset {
        Checks.line("topic", topic, 249);
        Checks.atLeast("fromOffset", fromOffset, 0);
        Checks.atLeast("toOffset", toOffset, fromOffset);
        Checks.atLeast("newImages", newImages, 0);
        Checks.atLeast("replayedImages", replayedImages, 0);
        imagesByClass = Collections.unmodifiableMap(new TreeMap<>(Checks.present("imagesByClass", imagesByClass)));
        Checks.sha256("replayDigest", replayDigest);
        replayedByClass =
                replayedByClass == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(replayedByClass));
        imagesDigest = imagesDigest == null ? Optional.empty() : imagesDigest;
        imagesDigest.ifPresent(digest -> Checks.sha256("imagesDigest", digest));
        // Manifests of earlier releases say nothing about it.
        overlap = overlap == null ? Overlap.NONE : overlap;
    }

    /** One whose images met no image of the hold-out. */
    public Dataset(
            String topic,
            long fromOffset,
            long toOffset,
            int newImages,
            int replayedImages,
            Map<String, Integer> imagesByClass,
            String replayDigest,
            Map<String, Integer> replayedByClass,
            Optional<String> imagesDigest) {
        this(
                topic,
                fromOffset,
                toOffset,
                newImages,
                replayedImages,
                imagesByClass,
                replayDigest,
                replayedByClass,
                imagesDigest,
                Overlap.NONE);
    }
}

package io.hone.trainer.plan;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.NearDuplicates;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.images.Fingerprint;
import io.hone.images.NearFingerprints;
import io.hone.registry.version.Overlap;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import io.hone.vision.store.Trace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keeps training images and hold-out apart. An image whose group has one in the hold-out is never trained on: of the same
 * patient, or out of the same burst, the hold-out would say what the model remembers and not what it knows.
 *
 * @param usable what may be trained on, in the order of arrival
 * @param straddling images whose group has one in the hold-out
 * @param near other images that look almost like one of the hold-out, whether usable or not
 */
record Screening(List<StoredImage> usable, List<StoredImage> straddling, List<StoredImage> near) {

    static Screening of(Snapshot images, Recipe recipe) {
        List<Trace> holdOut = images.traces();
        Set<String> groups =
                holdOut.stream().map(Trace::group).flatMap(Optional::stream).collect(Collectors.toSet());
        Map<Boolean, List<StoredImage>> straddling = images.byArrival().stream()
                .collect(Collectors.partitioningBy(
                        image -> image.origin().group().filter(groups::contains).isPresent()));
        List<StoredImage> apart = straddling.get(false);
        List<StoredImage> near =
                apart.stream().filter(isNear(images, holdOut, recipe)).toList();
        Set<ImageId> leftOut = recipe.get(RecipeKeys.NEAR_DUPLICATES) == NearDuplicates.LEAVE_OUT
                ? near.stream().map(StoredImage::id).collect(Collectors.toSet())
                : Set.of();
        List<StoredImage> usable =
                apart.stream().filter(image -> !leftOut.contains(image.id())).toList();
        return new Screening(usable, straddling.get(true), near);
    }

    private static Predicate<StoredImage> isNear(Snapshot images, List<Trace> holdOut, Recipe recipe) {
        List<Fingerprint> fingerprints = holdOut.stream()
                .map(Trace::fingerprint)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (fingerprints.isEmpty() || recipe.get(RecipeKeys.NEAR_DUPLICATES) == NearDuplicates.OFF) {
            return image -> false;
        }
        NearFingerprints held = new NearFingerprints(fingerprints, recipe.get(RecipeKeys.NEAR_DISTANCE));
        return image -> images.fingerprint(image.id()).filter(held::anyNear).isPresent();
    }

    /** Of what judges versions. */
    static Map<String, Integer> holdOutByLabel(Snapshot images) {
        return images.traces().stream().collect(Collectors.toMap(Trace::label, trace -> 1, Integer::sum, TreeMap::new));
    }

    /** Of what may be trained on. */
    Map<String, Integer> countByLabel() {
        return usable.stream().collect(Collectors.toMap(StoredImage::label, image -> 1, Integer::sum, TreeMap::new));
    }

    /** How many images of these classes may not be trained on. */
    int leftOut(Classes classes) {
        Set<StoredImage> kept = Set.copyOf(usable);
        List<StoredImage> leftOut =
                near.stream().filter(image -> !kept.contains(image)).toList();
        return (int) (count(leftOut, classes) + count(straddling, classes));
    }

    /**
     * @param classes of the run
     * @param trained what it trains on
     */
    Overlap overlap(Classes classes, Collection<ImageId> trained) {
        long trainedOn =
                near.stream().filter(image -> trained.contains(image.id())).count();
        return new Overlap((int) count(near, classes), (int) trainedOn, (int) count(straddling, classes));
    }

    private static long count(List<StoredImage> images, Classes classes) {
        return images.stream()
                .filter(image -> classes.idOf(image.label()).isPresent())
                .count();
    }
}

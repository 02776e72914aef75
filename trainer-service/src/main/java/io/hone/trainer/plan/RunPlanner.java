package io.hone.trainer.plan;

import io.hone.contracts.Topics;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.run.Trigger;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Overlap;
import io.hone.trainer.replay.Replay;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what a run trains on: what is new to the base, older images beside it, and which labels become classes; of all
 * of it only what is kept apart from the hold-out.
 */
public final class RunPlanner {

    private static final DateTimeFormatter RUN_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;

    public RunPlanner(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param base the champion
     * @param versions all there are: a class id that one of them has given away keeps its meaning
     * @throws NothingToTrainOnException if there are fewer than two new images of classes that it knows or will know
     */
    public RunPlan plan(Manifest base, List<Manifest> versions, Trigger trigger, Recipe recipe, Snapshot images)
            throws NothingToTrainOnException {
        List<Classes> given = versions.stream().map(Manifest::classes).toList();
        Screening screening = Screening.of(images, recipe);
        List<String> newClasses = new Growth(
                        recipe.get(RecipeKeys.NEW_CLASS_IMAGES), recipe.get(RecipeKeys.NEW_CLASS_HOLD_OUT))
                .admitted(base.classes(), given, screening.countByLabel(), Screening.holdOutByLabel(images));
        Parts parts = Parts.of(screening.usable(), base.classes(), newClasses, newFrom(base));
        if (parts.fresh().size() < 2) {
            throw new NothingToTrainOnException(
                    reason(base, recipe, parts.fresh().size(), images, screening));
        }
        List<PlannedImage> fresh = planned(parts.fresh());
        List<PlannedImage> replayed = planned(
                Replay.of(recipe).choose(parts.older(), fresh.size(), newClasses.size(), parts.freshOf(newClasses)));
        List<PlannedImage> all =
                Stream.concat(fresh.stream(), replayed.stream()).toList();
        Overlap overlap = screening.overlap(
                Growth.grown(base.classes(), newClasses),
                all.stream().map(PlannedImage::id).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return new RunPlan(
                base.model() + "-" + RUN_NAME.format(now),
                base.model(),
                base.version(),
                trigger,
                now,
                recipe,
                newClasses,
                PlannedDataset.of(
                        Topics.labelledImages(base.model()),
                        newFrom(base),
                        images.nextOffset(),
                        fresh,
                        replayed,
                        overlap),
                all);
    }

    private static List<PlannedImage> planned(List<StoredImage> images) {
        return images.stream()
                .map(image -> new PlannedImage(image.id(), image.label()))
                .toList();
    }

    /** The first offset that the version, and those it came of, have not been trained on. */
    public static long newFrom(Manifest version) {
        return version.training().map(training -> training.dataset().toOffset()).orElse(0L);
    }

    /**
     * The stored images of the classes that the run trains.
     *
     * @param fresh never trained on, in the order of their arrival: what came after the base, and whatever waited for
     *     its label to become a class
     * @param older what the base, or one it came of, could be trained on
     */
    private record Parts(List<StoredImage> fresh, List<StoredImage> older) {

        static Parts of(List<StoredImage> images, Classes known, Collection<String> newClasses, long fromOffset) {
            Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
            for (StoredImage image : images) {
                if (newClasses.contains(image.label())) {
                    parts.fresh.add(image);
                } else if (known.idOf(image.label()).isPresent()) {
                    (image.offset() >= fromOffset ? parts.fresh : parts.older).add(image);
                }
            }
            return parts;
        }

        int freshOf(Collection<String> labels) {
            return (int) fresh.stream()
                    .filter(image -> labels.contains(image.label()))
                    .count();
        }
    }

    private static String reason(Manifest base, Recipe recipe, int fresh, Snapshot images, Screening screening) {
        int waiting = Growth.waiting(base.classes(), images.countByLabel());
        int leftOut = screening.leftOut(base.classes());
        return ("%d new images of the classes of version %d of model '%s' (of %d stored), at least 2 are needed: "
                        + "send labelled images of the classes %s%s%s")
                .formatted(
                        fresh,
                        base.version(),
                        base.model(),
                        images.count(),
                        base.classes().labels(),
                        waiting == 0 ? "" : waiting(waiting, recipe),
                        leftOut == 0 ? "" : leftOut(leftOut));
    }

    private static String leftOut(int images) {
        return "; %d images are left out, for the hold-out has images of their groups or almost the same ones (%s)"
                .formatted(images, RecipeKeys.NEAR_DUPLICATES);
    }

    private static String waiting(int images, Recipe recipe) {
        int needed = recipe.get(RecipeKeys.NEW_CLASS_IMAGES);
        return needed == 0
                ? "; the %d images of other labels never become classes (new-classes.images is 0)".formatted(images)
                : "; %d images of other labels wait until one has %d of them (%s) and %d in the hold-out (%s)"
                        .formatted(
                                images,
                                needed,
                                RecipeKeys.NEW_CLASS_IMAGES,
                                recipe.get(RecipeKeys.NEW_CLASS_HOLD_OUT),
                                RecipeKeys.NEW_CLASS_HOLD_OUT);
    }
}

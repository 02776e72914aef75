package io.hone.trainer.finetune;

import io.hone.contracts.Sha256;
import io.hone.contracts.Topics;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.Manifest;
import io.hone.trainer.replay.Replay;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides what a run trains on: what is new to the base, and older images beside it. */
public final class RunPlanner {

    private static final DateTimeFormatter RUN_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;

    public RunPlanner(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param base the champion
     * @throws NothingToTrainOnException if there are fewer than two images of the base's classes
     */
    public RunPlan plan(Manifest base, Trigger trigger, Recipe recipe, Snapshot images)
            throws NothingToTrainOnException {
        long fromOffset = newFrom(base);
        List<StoredImage> all = known(images.byArrival(), base.classes());
        List<StoredImage> fresh =
                all.stream().filter(image -> image.offset() >= fromOffset).toList();
        List<StoredImage> older =
                all.stream().filter(image -> image.offset() < fromOffset).toList();
        if (fresh.size() < 2) {
            throw new NothingToTrainOnException(reason(base, fresh.size(), images.count()));
        }
        List<StoredImage> replayed = new Replay(recipe.replayShare(), recipe.seed()).choose(older, fresh.size());
        List<PlannedImage> planned = Stream.concat(fresh.stream(), replayed.stream())
                .map(image -> new PlannedImage(image.id(), image.label()))
                .toList();
        Instant now = clock.instant();
        return new RunPlan(
                base.model() + "-" + RUN_NAME.format(now),
                base.model(),
                base.version(),
                trigger,
                now,
                recipe,
                new Dataset(
                        Topics.labelledImages(base.model()),
                        fromOffset,
                        images.nextOffset(),
                        fresh.size(),
                        replayed.size(),
                        countByLabel(planned),
                        digest(replayed)),
                planned);
    }

    /** The first offset that the version, and those it came of, have not been trained on. */
    public static long newFrom(Manifest version) {
        return version.training().map(training -> training.dataset().toOffset()).orElse(0L);
    }

    private static List<StoredImage> known(List<StoredImage> images, Classes classes) {
        return images.stream()
                .filter(image -> classes.idOf(image.label()).isPresent())
                .toList();
    }

    private static String reason(Manifest base, int fresh, int stored) {
        return ("%d new images of the classes of version %d of model '%s' (of %d stored), at least 2 are needed: "
                        + "send labelled images of the classes %s")
                .formatted(
                        fresh,
                        base.version(),
                        base.model(),
                        stored,
                        base.classes().labels());
    }

    private static Map<String, Integer> countByLabel(List<PlannedImage> images) {
        return images.stream().collect(Collectors.toMap(PlannedImage::label, image -> 1, Integer::sum, TreeMap::new));
    }

    private static String digest(List<StoredImage> images) {
        return Sha256.of(images.stream().map(image -> image.id() + "\n").collect(Collectors.joining()));
    }
}

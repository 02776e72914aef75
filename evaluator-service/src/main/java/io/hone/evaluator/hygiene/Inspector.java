package io.hone.evaluator.hygiene;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.verdict.Hygiene;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Overlap;
import io.hone.registry.version.Training;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out which images of a hold-out say nothing any more: a candidate, a champion of any time, or a version that one
 * of them came of, was trained on them or on another image of their group. An image may come as training image first
 * and be sent to the hold-out later; then whoever has learnt it by heart would win.
 */
public final class Inspector {

    private final ModelRegistry registry;
    private final ImageLists lists;

    public Inspector(ModelRegistry registry, ImageLists lists) {
        this.registry = registry;
        this.lists = lists;
    }

    public Inspection inspect(Manifest candidate, Snapshot snapshot) {
        HeldOut holdOut = new HeldOut(snapshot);
        Lineage lineage = new Lineage(registry, candidate.model());
        Map<Integer, Set<ImageId>> gone = new HashMap<>();
        Set<Integer> champions = lineage.champions();
        champions.forEach(champion -> lineage.of(champion).forEach(version -> note(version, holdOut, gone)));
        lineage.of(candidate.version()).forEach(version -> note(version, holdOut, gone));
        List<StoredImage> clean = holdOut.clean();
        Overlap overlap = candidate
                .training()
                .map(Training::dataset)
                .map(Dataset::overlap)
                .orElse(Overlap.NONE);
        return new Inspection(
                clean,
                new Hygiene(
                        overlap.nearDuplicates(),
                        overlap.nearDuplicatesTrainedOn(),
                        holdOut.size() - clean.size(),
                        removedImagesSeen(champions, lineage, gone)));
    }

    /** Once for each version. */
    private void note(Manifest version, HeldOut holdOut, Map<Integer, Set<ImageId>> gone) {
        if (gone.containsKey(version.version())) {
            return;
        }
        gone.put(version.version(), Set.of());
        version.training().map(Training::dataset).ifPresent(dataset -> {
            Optional<List<ImageId>> trained = lists.of(version);
            if (trained.isEmpty()) {
                holdOut.noteUnknown(dataset.toOffset());
            } else {
                Set<ImageId> missing = holdOut.note(trained.get());
                // Of what the feed has not read yet nobody can say that it was taken out.
                if (holdOut.nextOffset() >= dataset.toOffset()) {
                    gone.put(version.version(), missing);
                }
            }
        });
    }

    private static Map<Integer, Integer> removedImagesSeen(
            Set<Integer> champions, Lineage lineage, Map<Integer, Set<ImageId>> gone) {
        Map<Integer, Integer> seen = new TreeMap<>();
        for (int champion : champions) {
            Set<ImageId> removed = new HashSet<>();
            lineage.of(champion).forEach(version -> removed.addAll(gone.getOrDefault(version.version(), Set.of())));
            if (!removed.isEmpty()) {
                seen.put(champion, removed.size());
            }
        }
        return seen;
    }
}

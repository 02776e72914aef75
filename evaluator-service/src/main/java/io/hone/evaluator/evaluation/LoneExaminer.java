package io.hone.evaluator.evaluation;

import io.hone.contracts.Checks;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Measurement;
import io.hone.evaluator.gate.LoneEvidence;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/** Examines a candidate by itself, for the champion cannot be used. */
public final class LoneExaminer {

    private final ModelRegistry registry;
    private final VersionLoader loader;
    private final int batchSize;

    public LoneExaminer(ModelRegistry registry, VersionLoader loader, int batchSize) {
        this.registry = registry;
        this.loader = loader;
        this.batchSize = Checks.atLeast("batch size", batchSize, 1);
    }

    /** @throws CancellationException if the thread is interrupted between two batches */
    LoneExam examine(Manifest candidate, ImageStore holdOut, UnusableChampionException unusable) {
        try (Snapshot snapshot = holdOut.snapshot();
                Classifier classifier = loader.load(candidate)) {
            LoneEvidence evidence = new LoneEvidence(
                    candidate.model(),
                    unusable.champion().version(),
                    unusable.getMessage(),
                    keptClasses(candidate.model()),
                    candidate.classes(),
                    measure(candidate, classifier, snapshot));
            return new LoneExam(unusable.champion().sequence(), SnapshotDigest.of(snapshot), evidence);
        }
    }

    /** A class id never changes its meaning: the newest champion that can be asked knows what they mean. */
    private Optional<Classes> keptClasses(ModelName model) {
        List<ChampionEntry> newestFirst = new ArrayList<>(registry.champions().history(model));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .map(entry -> registry.versions().find(model, entry.version()))
                .flatMap(Optional::stream)
                .map(Manifest::classes)
                .findFirst();
    }

    private Measurement measure(Manifest candidate, Classifier classifier, Snapshot snapshot) {
        List<StoredImage> images = snapshot.byArrival();
        int correct = 0;
        long nanos = 0;
        for (int from = 0; from < images.size(); from += batchSize) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the evaluation was stopped");
            }
            List<StoredImage> asked = images.subList(from, Math.min(from + batchSize, images.size()));
            PixelBatch batch = PixelBatch.of(
                    asked.stream().map(image -> snapshot.pixels(image.id())).toList());
            long start = System.nanoTime();
            Predictions predictions = classifier.predict(batch);
            nanos += System.nanoTime() - start;
            correct += right(candidate.classes(), predictions, asked);
        }
        double millis = images.isEmpty() ? 0 : nanos / 1e6 / images.size();
        return new Measurement(candidate.version(), images.size(), correct, millis);
    }

    private static int right(Classes classes, Predictions predictions, List<StoredImage> asked) {
        int right = 0;
        for (int i = 0; i < asked.size(); i++) {
            OptionalInt label = classes.idOf(asked.get(i).label());
            right += label.isPresent() && label.getAsInt() == predictions.top(i) ? 1 : 0;
        }
        return right;
    }
}

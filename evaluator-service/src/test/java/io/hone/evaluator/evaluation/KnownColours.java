package io.hone.evaluator.evaluation;

import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Versions that know some of the colours, count what they are asked, and may do something once while they are loaded. */
final class KnownColours implements VersionLoader {

    static final String ENGINE = "colours on cpu";

    final Map<Integer, Runnable> whileLoading = new HashMap<>();
    /** What loading ends with, every time. */
    final Map<Integer, Supplier<RuntimeException>> broken = new HashMap<>();

    final List<Integer> loaded = new CopyOnWriteArrayList<>();
    /** Version to the images that its network was shown. */
    final Map<Integer, Integer> asked = new ConcurrentHashMap<>();

    /** Done while one batch after the other is answered. */
    final Queue<Runnable> whileAnswering = new ArrayDeque<>();

    final List<Integer> forgotten = new CopyOnWriteArrayList<>();
    private final Map<Integer, List<Integer>> known = new HashMap<>();

    void knows(int version, List<Integer> colours) {
        known.put(version, colours);
    }

    @Override
    public Classifier load(Manifest manifest) {
        Optional.ofNullable(whileLoading.remove(manifest.version())).ifPresent(Runnable::run);
        if (broken.containsKey(manifest.version())) {
            throw broken.get(manifest.version()).get();
        }
        loaded.add(manifest.version());
        return counting(manifest.version(), Colours.knowing(known.get(manifest.version())));
    }

    private Classifier counting(int version, Classifier classifier) {
        return new Classifier() {
            @Override
            public Predictions predict(PixelBatch batch) {
                asked.merge(version, batch.count(), Integer::sum);
                Optional.ofNullable(whileAnswering.poll()).ifPresent(Runnable::run);
                return classifier.predict(batch);
            }

            @Override
            public String device() {
                return classifier.device();
            }

            @Override
            public void close() {
                classifier.close();
            }
        };
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public void forget(Manifest manifest) {
        forgotten.add(manifest.version());
    }
}

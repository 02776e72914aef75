package io.hone.evaluator.evaluation;

import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Versions that know some of the colours, and may do something once while they are loaded. */
final class KnownColours implements VersionLoader {

    final Map<Integer, Runnable> whileLoading = new HashMap<>();
    final List<Integer> loaded = new CopyOnWriteArrayList<>();
    final List<Integer> forgotten = new CopyOnWriteArrayList<>();
    private final Map<Integer, List<Integer>> known = new HashMap<>();

    void knows(int version, List<Integer> colours) {
        known.put(version, colours);
    }

    @Override
    public Classifier load(Manifest manifest) {
        Optional.ofNullable(whileLoading.remove(manifest.version())).ifPresent(Runnable::run);
        loaded.add(manifest.version());
        return Colours.knowing(known.get(manifest.version()));
    }

    @Override
    public void forget(Manifest manifest) {
        forgotten.add(manifest.version());
    }
}

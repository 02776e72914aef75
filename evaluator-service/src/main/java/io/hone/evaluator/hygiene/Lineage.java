package io.hone.evaluator.hygiene;

import io.hone.contracts.model.ModelName;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which versions came of which: whoever was trained on an image, those that came of it have seen it. */
final class Lineage {

    private final ModelRegistry registry;
    private final ModelName model;
    private final Map<Integer, Optional<Manifest>> manifests = new TreeMap<>();

    Lineage(ModelRegistry registry, ModelName model) {
        this.registry = registry;
        this.model = model;
    }

    /** All that were ever champion. */
    Set<Integer> champions() {
        Set<Integer> champions = new TreeSet<>();
        registry.champions().history(model).stream().map(ChampionEntry::version).forEach(champions::add);
        return champions;
    }

    /** The version, the base it was trained from, that one's base, and so on, as far as manifests are there. */
    List<Manifest> of(int version) {
        Map<Integer, Manifest> line = new TreeMap<>();
        Optional<Manifest> next = find(version);
        while (next.isPresent() && !line.containsKey(next.get().version())) {
            line.put(next.get().version(), next.get());
            next = next.get().training().map(Training::baseVersion).flatMap(this::find);
        }
        return List.copyOf(line.values());
    }

    private Optional<Manifest> find(int version) {
        return manifests.computeIfAbsent(version, number -> registry.versions().find(model, number));
    }
}

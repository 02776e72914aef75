package io.hone.evaluator.drift;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.drift.probation.Promise;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The champion chain of one model, read anew when it has grown. Not for several threads. */
final class Champions {

    private final ModelRegistry registry;
    private final ModelName model;
    private final Map<Integer, Manifest> manifests = new HashMap<>();
    private final Map<Integer, Long> trainedUpTo = new HashMap<>();
    private Optional<ChampionLine> known = Optional.empty();

    Champions(ModelRegistry registry, ModelName model) {
        this.registry = registry;
        this.model = model;
    }

    ChampionLine now() {
        ChampionEntry head = registry.champion(model);
        if (known.isEmpty() || known.get().head().entry().sequence() != head.sequence()) {
            known = Optional.of(read());
        }
        return known.get();
    }

    private ChampionLine read() {
        List<Link> links = new ArrayList<>();
        for (ChampionEntry entry : registry.champions().history(model)) {
            links.add(new Link(entry, manifest(entry.version()), trainedUpTo(entry.version())));
        }
        Collections.reverse(links);
        return new ChampionLine(links, promise(links.get(0).entry()));
    }

    /**
     * Only the gate promises anything: who was forced by a person, or is champion again, has no hold-out to be held to. Of
     * who was approved, the last look counts, which may not be final yet.
     */
    private Optional<Promise> promise(ChampionEntry head) {
        return head.move() == Move.PROMOTED || head.move() == Move.APPROVED
                ? registry.evaluations().latest(model, head.version()).map(Promise::of)
                : Optional.empty();
    }

    private Manifest manifest(int version) {
        return manifests.computeIfAbsent(version, number -> registry.versions().require(model, number));
    }

    /** Offsets only grow from run to run, unless a trainer lost its store: so each version before it is asked too. */
    private long trainedUpTo(int version) {
        Long found = trainedUpTo.get(version);
        if (found == null) {
            found = manifest(version)
                    .training()
                    .map(training -> Math.max(training.dataset().toOffset(), trainedUpTo(training.baseVersion())))
                    .orElse(0L);
            trainedUpTo.put(version, found);
        }
        return found;
    }
}

package io.hone.evaluator.drift;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.drift.probation.Probation;
import io.hone.evaluator.drift.probation.ProbationOutcomes;
import io.hone.evaluator.drift.probation.Promise;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The champion chain of one model, read anew when it has grown. Not for several threads. */
final class Champions {

    private static final Logger LOG = LoggerFactory.getLogger(Champions.class);

    /** A look costs a listing of the bucket, and labels come by the hundred in a second. */
    static final Duration LOOKED_AT_EACH = Duration.ofSeconds(1);

    private static final Duration MISSING_LOOKED_FOR_EACH = Duration.ofMinutes(1);

    private final ModelRegistry registry;
    private final ProbationOutcomes outcomes;
    private final ModelName model;
    private final InstantSource clock;
    private final Map<Integer, Manifest> manifests = new HashMap<>();
    private final Map<Integer, Long> trainedUpTo = new HashMap<>();
    private final Set<Integer> missing = new HashSet<>();
    private Optional<ChampionLine> known = Optional.empty();
    private Instant lookAgain = Instant.MIN;
    private Instant readAgain = Instant.MAX;

    Champions(ModelRegistry registry, ProbationOutcomes outcomes, ModelName model, InstantSource clock) {
        this.registry = registry;
        this.outcomes = outcomes;
        this.model = model;
        this.clock = clock;
    }

    /**
     * As it was a second ago at most; without former champions whose manifests are missing.
     *
     * @throws UnaskableVersionException if the champion's own is missing
     */
    ChampionLine now() {
        Instant now = clock.instant();
        if (now.isBefore(lookAgain)) {
            return known.orElseThrow();
        }
        long head = registry.champion(model).sequence();
        if (now.isAfter(readAgain)
                || known.filter(line -> line.head().entry().sequence() == head).isEmpty()) {
            known = Optional.of(read(now));
        }
        lookAgain = now.plus(LOOKED_AT_EACH);
        return known.get();
    }

    private ChampionLine read(Instant now) {
        List<ChampionEntry> entries = registry.champions().history(model);
        ChampionEntry head = entries.get(entries.size() - 1);
        if (manifest(head.version()).isEmpty()) {
            throw new UnaskableVersionException(
                    "version %d of '%s' is champion and has no manifest".formatted(head.version(), model), null);
        }
        List<Reign> links = new ArrayList<>();
        for (ChampionEntry entry : entries) {
            manifest(entry.version())
                    .ifPresent(manifest -> links.add(new Reign(entry, manifest, trainedUpTo(entry.version()))));
        }
        readAgain = links.size() == entries.size() ? Instant.MAX : now.plus(MISSING_LOOKED_FOR_EACH);
        Collections.reverse(links);
        Optional<Promise> promise = promise(head);
        return new ChampionLine(links, promise, promise.flatMap(made -> outcome(head, made)));
    }

    /** Of this champion, and not of one that had the same number before the model was deleted and registered anew. */
    private Optional<Probation> outcome(ChampionEntry head, Promise promise) {
        return outcomes.find(model, head.sequence())
                .filter(over ->
                        over.version() == head.version() && over.promise().equals(promise));
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

    private Optional<Manifest> manifest(int version) {
        Optional<Manifest> found = Optional.ofNullable(manifests.get(version))
                .or(() -> registry.versions().find(model, version));
        if (found.isPresent()) {
            manifests.put(version, found.get());
        } else if (missing.add(version)) {
            LOG.error("has no manifest and cannot be asked: model={} version={}", model, version);
        }
        return found;
    }

    /**
     * Offsets only grow from run to run, unless a trainer lost its store: so each version before it is asked too. One
     * whose manifest is missing is taken to have seen nothing more.
     */
    private long trainedUpTo(int version) {
        Long found = trainedUpTo.get(version);
        if (found == null) {
            found = manifest(version)
                    .flatMap(Manifest::training)
                    .map(training -> Math.max(training.dataset().toOffset(), trainedUpTo(training.baseVersion())))
                    .orElse(0L);
            trainedUpTo.put(version, found);
        }
        return found;
    }
}

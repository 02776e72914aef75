package io.hone.evaluator.promotion;

import io.hone.contracts.champion.Move;
import io.hone.contracts.model.Classes;
import io.hone.evaluator.promotion.MoveRefusedException.Why;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.champion.ChampionHistory;
import io.hone.registry.version.Manifest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step from champion to champion that no evaluation demands: only to a version that is known to be whole. */
final class Succession {

    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    private final ModelRegistry registry;
    private final VersionCheck check;
    private final MoveListener listener;
    private final Clock clock;

    Succession(ModelRegistry registry, VersionCheck check, MoveListener listener, Clock clock) {
        this.registry = registry;
        this.check = check;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * @param from the chain that was looked at
     * @return the entry as it stands in the chain; empty when somebody else has appended one meanwhile
     * @throws MoveRefusedException if the version cannot be champion
     */
    Optional<ChampionEntry> append(
            ChampionHistory from, int version, Move move, String actor, String reason, String writer) {
        requireFit(from.head(), version);
        ChampionEntry entry = entry(from.head(), version, move, actor, reason, writer);
        if (!registry.champions().append(entry)) {
            return Optional.empty();
        }
        LOG.info(
                "champion moved: model={} version={} before={} move={} actor={}",
                entry.model(),
                version,
                from.head().version(),
                move,
                actor);
        listener.appended(entry);
        return Optional.of(entry);
    }

    /** To the millisecond, which is what JSON keeps on every machine. */
    private ChampionEntry entry(
            ChampionEntry head, int version, Move move, String actor, String reason, String writer) {
        return new ChampionEntry(
                head.model(),
                head.sequence() + 1,
                version,
                Optional.of(head.version()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                move,
                actor,
                reason,
                writer);
    }

    private void requireFit(ChampionEntry head, int version) {
        Manifest next = registry.versions()
                .find(head.model(), version)
                .orElseThrow(() -> refused(
                        Why.UNKNOWN_VERSION,
                        version,
                        "there is no version %d of model '%s'".formatted(version, head.model())));
        requireSameIds(registry.versions().find(head.model(), head.version()), next);
        try {
            check.requireUsable(next);
        } catch (UnusableVersionException e) {
            throw refused(Why.UNUSABLE_VERSION, version, e.getMessage() + "; name another version");
        }
    }

    /** Fewer classes or more, but none that means another than it did. A champion that is broken has no say. */
    private static void requireSameIds(Optional<Manifest> champion, Manifest next) {
        if (champion.isEmpty()) {
            return;
        }
        Classes known = champion.get().classes();
        int common = Math.min(known.size(), next.classes().size());
        for (int id = 0; id < common; id++) {
            if (!known.label(id).equals(next.classes().label(id))) {
                throw refused(
                        Why.OTHER_CLASSES,
                        next.version(),
                        "class %d is '%s' in version %d, but '%s' in the champion: whoever reads answers by their number would take one for the other"
                                .formatted(id, next.classes().label(id), next.version(), known.label(id)));
            }
        }
    }

    private static MoveRefusedException refused(Why why, int version, String message) {
        return new MoveRefusedException(why, "version", version, null, message);
    }
}

package io.hone.evaluator.promotion;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.promotion.MoveRefusedException.Why;
import io.hone.registry.ModelRegistry;
import io.hone.registry.UnknownModelException;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Manifest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Turns candidates down because a person says so. */
public final class OperatorRejections {

    private final ModelRegistry registry;
    private final Consumer<ModelName> decided;
    private final Clock clock;

    /** @param decided told that there is something to tell about the model; must return soon */
    public OperatorRejections(ModelRegistry registry, Consumer<ModelName> decided, Clock clock) {
        this.registry = registry;
        this.decided = decided;
        this.clock = clock;
    }

    /**
     * One that is rejected already stays so, for the first reason.
     *
     * @return the verdict that holds
     * @throws UnknownModelException if the model is not registered
     * @throws MoveRefusedException if there is no such version, or it is no candidate any more
     */
    public Verdict reject(ModelName model, int version, Order order) {
        ChampionEntry head = registry.champion(model);
        requireCandidate(head, version);
        Evaluation held = registry.evaluations()
                .conclude(
                        new PersonsVerdict(head, version, registry.evaluations().latest(model, version))
                                .rejected(order, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        if (held.verdict().outcome() == Outcome.PROMOTED) {
            throw refused(
                    Why.NOT_A_CANDIDATE,
                    version,
                    "version %d was promoted before, so it is no candidate any more".formatted(version));
        }
        decided.accept(model);
        return held.verdict();
    }

    private void requireCandidate(ChampionEntry head, int version) {
        if (head.version() == version) {
            throw refused(
                    Why.NOT_A_CANDIDATE,
                    version,
                    "version %d is champion: POST …/rollback takes it back".formatted(version));
        }
        Manifest manifest = registry.versions()
                .find(head.model(), version)
                .orElseThrow(() -> refused(
                        Why.UNKNOWN_VERSION,
                        version,
                        "there is no version %d of model '%s'".formatted(version, head.model())));
        if (manifest.training().isEmpty()) {
            throw refused(
                    Why.NOT_A_CANDIDATE,
                    version,
                    "version %d was registered and not trained, so it never was a candidate".formatted(version));
        }
    }

    private static MoveRefusedException refused(Why why, int version, String message) {
        return new MoveRefusedException(why, "version", version, null, message);
    }
}

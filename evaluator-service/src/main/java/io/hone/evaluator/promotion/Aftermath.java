package io.hone.evaluator.promotion;

import io.hone.contracts.champion.ChampionMoved;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.evaluation.Progress;
import io.hone.registry.version.Manifest;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What follows from an entry of the champion chain, and from a person's verdict, once it is written down: the candidate is
 * settled and everybody is told. Everything is found out from the bucket and written the same when repeated, so whoever
 * dies half-way is followed by somebody who starts over.
 */
public final class Aftermath {

    private final ModelRegistry registry;
    private final Promoter promoter;
    private final ChampionNews news;
    private final Consumer<Settlement> settled;

    /** @param settled told of each candidate that was settled because of a person */
    public Aftermath(ModelRegistry registry, Promoter promoter, ChampionNews news, Consumer<Settlement> settled) {
        this.registry = registry;
        this.promoter = promoter;
        this.news = news;
        this.settled = settled;
    }

    /** Settles and tells what nobody has yet. */
    public void of(ModelName model) {
        tellMoves(model);
        settleVerdicts(model);
    }

    /** In order, so that one number says how far everybody has been told. */
    private void tellMoves(ModelName model) {
        long last = registry.champions().sequence(model);
        for (long next = registry.champions().toldUpTo(model) + 1; next <= last; next++) {
            ChampionEntry entry = registry.champions().find(model, next).orElseThrow();
            if (entry.move() == Move.APPROVED || entry.move() == Move.FORCED) {
                settleCandidate(entry);
            }
            news.tell(entry.told());
            registry.champions().markTold(entry);
        }
    }

    /** A version that was registered, and one that has had its verdict before, need none. */
    private void settleCandidate(ChampionEntry entry) {
        Manifest manifest = registry.versions().require(entry.model(), entry.version());
        if (manifest.training().isEmpty()
                || registry.evaluations()
                        .settled(entry.model(), entry.version())
                        .isPresent()) {
            return;
        }
        ChampionEntry before =
                registry.champions().find(entry.model(), entry.sequence() - 1).orElseThrow();
        PersonsVerdict verdict = new PersonsVerdict(
                before, entry.version(), registry.evaluations().latest(entry.model(), entry.version()));
        settled.accept(promoter.settle(verdict.promoted(entry)));
    }

    /** The gate's own are carried out by whoever evaluates. */
    private void settleVerdicts(ModelName model) {
        for (Map.Entry<Integer, Progress> version :
                registry.evaluations().progress(model).entrySet()) {
            if (version.getValue() instanceof Progress.Concluded) {
                registry.evaluations()
                        .find(model, version.getKey())
                        .filter(evaluation -> PersonsVerdict.isOne(evaluation.verdict()))
                        .ifPresent(this::settle);
            }
        }
    }

    private void settle(Evaluation evaluation) {
        settled.accept(promoter.settle(evaluation));
    }

    /** The event's id, which marks a repetition. */
    static String eventId(ChampionMoved moved) {
        return "%s-champion-%d".formatted(moved.model(), moved.sequence());
    }
}

package io.hone.evaluator.promotion;

import io.hone.contracts.champion.Move;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Summary;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries a verdict to its end: evaluation object, champion chain, event, and last the mark that all of it is done. Every
 * step writes the same thing when repeated, by this evaluator or another, so whoever dies half-way is simply followed by
 * somebody who starts over, and nothing is ever promoted twice.
 */
public final class Promoter {

    static final String ACTOR = "evaluator";
    static final String SUPERSEDED = "champion-unmoved";

    private final ModelRegistry registry;
    private final Verdicts verdicts;
    private final MoveListener listener;

    public Promoter(ModelRegistry registry, Verdicts verdicts, MoveListener listener) {
        this.registry = registry;
        this.verdicts = verdicts;
        this.listener = listener;
    }

    /** @param evaluation a final one; another that was written down before goes before it */
    public Settlement settle(Evaluation evaluation) {
        Evaluation decided = registry.evaluations().conclude(evaluation);
        Verdict told = decided.verdict().outcome() == Outcome.PROMOTED ? promote(decided) : decided.verdict();
        verdicts.tell(told, decided);
        return new Settlement(decided, registry.evaluations().settle(told));
    }

    /**
     * Writes down and tells that a version must wait for more labels.
     *
     * @return the evaluation that holds; a final one if somebody has decided about the version meanwhile, which is to be
     *     settled
     */
    public Evaluation postpone(Evaluation inconclusive) {
        Verdict verdict = inconclusive.verdict();
        Optional<Evaluation> decided = registry.evaluations().find(verdict.model(), verdict.version());
        if (decided.isPresent()) {
            return decided.get();
        }
        Evaluation held = registry.evaluations().postpone(inconclusive);
        verdicts.tell(held.verdict(), held);
        return held;
    }

    private Verdict promote(Evaluation decided) {
        ChampionEntry entry = entry(decided);
        if (registry.champions().append(entry)) {
            listener.appended(entry);
            return decided.verdict();
        }
        return isChampionByHand(entry) ? decided.verdict() : superseded(decided);
    }

    /** Where the entry was to be, a person has moved the champion to this very version. */
    private boolean isChampionByHand(ChampionEntry entry) {
        return registry.champions()
                .find(entry.model(), entry.sequence())
                .filter(there -> there.version() == entry.version())
                .isPresent();
    }

    /** Nothing in it tells one evaluator, or one attempt, from another. */
    private ChampionEntry entry(Evaluation decided) {
        Verdict verdict = decided.verdict();
        // Who was compared with may have stood in for a champion that is broken.
        ChampionEntry before = registry.champions()
                .find(verdict.model(), decided.championSequence())
                .orElseThrow();
        return new ChampionEntry(
                verdict.model(),
                decided.championSequence() + 1,
                verdict.version(),
                Optional.of(before.version()),
                verdict.at(),
                Move.PROMOTED,
                ACTOR,
                reason(verdict),
                "evaluation-of-" + verdict.version());
    }

    private static String reason(Verdict verdict) {
        return Reasons.shortened(Summary.of(verdict));
    }

    private static Verdict superseded(Evaluation decided) {
        Verdict verdict = decided.verdict();
        long sequence = decided.championSequence();
        List<Finding> findings = new ArrayList<>(verdict.findings());
        findings.add(new Finding(
                SUPERSEDED,
                sequence + 1,
                sequence,
                false,
                "The candidate was compared with entry %d of the champion chain, but somebody else wrote entry %d meanwhile."
                        .formatted(sequence, sequence + 1)));
        return new Verdict(
                verdict.model(), verdict.version(), verdict.at(), verdict.champion(), Outcome.REJECTED, findings);
    }
}

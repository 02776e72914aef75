package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;

/**
 * How an evaluation ended.
 *
 * @param evaluation that holds for the version, which may be another evaluator's
 * @param told the verdict as everybody was told it
 */
public record Settlement(Evaluation evaluation, Verdict told) {

    /** The evaluation with the verdict that everybody was told. */
    public Evaluation asTold() {
        return evaluation.withVerdict(told);
    }

    public boolean promoted() {
        return told.outcome() == Outcome.PROMOTED;
    }

    /** The gate was content, but the champion had moved meanwhile. */
    public boolean superseded() {
        return evaluation.verdict().outcome() == Outcome.PROMOTED && !promoted();
    }
}

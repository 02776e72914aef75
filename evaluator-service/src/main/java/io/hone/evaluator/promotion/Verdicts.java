package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Verdict;

/** Tells everybody what was decided. */
public interface Verdicts {

    /**
     * Returns once the broker has it. Telling the same verdict again is harmless: it carries the same event id.
     *
     * @param verdict as it is to be told
     * @param evaluation it came of
     */
    void tell(Verdict verdict, Evaluation evaluation);
}

package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;

/** One demand that a candidate must meet. */
public interface Rule {

    Finding check(Comparison comparison);

    /** What the verdict is when this rule, and none before it, is not met. */
    Outcome whenUnmet();
}

package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;

/** One demand that a candidate must meet. What it cannot be applied to, it says and lets pass. */
interface Rule {

    Finding check(Evidence evidence);

    /** What the verdict is when this rule is not met: rejected, or inconclusive where more images may show it met. */
    Outcome whenUnmet(Evidence evidence);
}

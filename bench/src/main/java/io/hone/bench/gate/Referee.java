package io.hone.bench.gate;

import io.hone.contracts.verdict.Outcome;
import io.hone.evaluator.gate.Evidence;
import java.time.Duration;
import java.time.Instant;

/** Decides about one candidate after another of one model. */
interface Referee {

    Outcome judge(Evidence evidence, int candidate, Instant at);

    /** Images from which on a candidate that was inconclusive on so many is worth another look. */
    int retryImages(int images);

    /** After how long a candidate that is still inconclusive has its last look. */
    Duration patience();
}

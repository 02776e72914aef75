package io.hone.evaluator.gate;

import io.hone.contracts.verdict.PairedOutcomes;

/** Paired outcomes as accuracies. Without images all of them are 0. */
final class Gains {

    private Gains() {}

    /** 0 to 1. */
    static double champion(PairedOutcomes paired) {
        return share(paired.championCorrect(), paired);
    }

    /** 0 to 1. */
    static double candidate(PairedOutcomes paired) {
        return share(paired.candidateCorrect(), paired);
    }

    /** What the candidate's accuracy has over the champion's, in percentage points, -100 to 100. */
    static double points(PairedOutcomes paired) {
        int more = paired.onlyCandidate() - paired.onlyChampion();
        return paired.images() == 0 ? 0 : 100.0 * more / paired.images();
    }

    static double share(int of, PairedOutcomes paired) {
        return paired.images() == 0 ? 0 : (double) of / paired.images();
    }
}

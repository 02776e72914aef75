package io.hone.evaluator.evaluation;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.LoneEvidence;
import java.util.Optional;

/**
 * What a candidate did on a snapshot of the hold-out while there was no champion to compare it with.
 *
 * @param championSequence the champion chain's entry that names the champion that cannot be used
 */
record LoneExam(long championSequence, HoldOutSnapshot holdOut, LoneEvidence evidence) {

    /** The champion, which answers nothing, is right on no image. */
    Evaluation withVerdict(Verdict verdict) {
        Measurement candidate = evidence.candidate();
        return new Evaluation(
                verdict,
                championSequence,
                holdOut,
                new Measurement(evidence.champion(), candidate.images(), 0),
                candidate,
                new PairedOutcomes(0, 0, candidate.correct(), candidate.images() - candidate.correct()),
                Optional.empty());
    }
}

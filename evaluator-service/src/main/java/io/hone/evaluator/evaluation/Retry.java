package io.hone.evaluator.evaluation;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Gate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** When an inconclusive candidate is worth another look. Looking is not free: each test makes the next one stricter. */
final class Retry {

    private Retry() {}

    /**
     * @param earlier evaluations of the candidate, all of them inconclusive, at least one
     * @param sequence of the entry that is the head of the champion chain now
     */
    static Awaited of(List<Evaluation> earlier, Policy policy, Instant now, long sequence) {
        Evaluation last = earlier.stream()
                .max(Comparator.comparingLong(evaluation -> evaluation.holdOut().nextOffset()))
                .orElseThrow();
        HoldOutSnapshot seen = last.holdOut();
        if (isAged(earlier, policy, now)) {
            // The last look, which ends it; after a restart not before the hold-out is loaded again.
            return new Awaited(seen.nextOffset(), 0);
        }
        if (Gate.awaitsApproval(last.verdict())) {
            if (last.championSequence() != sequence) {
                // What a person is to approve of must be better than who is champion now.
                return new Awaited(seen.nextOffset() + 1, 0);
            }
            if (policy.manual()) {
                return new Awaited(seen.nextOffset(), Integer.MAX_VALUE);
            }
        }
        int images =
                seen.images() < policy.holdOutImages() ? policy.holdOutImages() : policy.retryImages(seen.images());
        return new Awaited(seen.nextOffset() + 1, images + leftOut(last));
    }

    /** The hold-out must grow beyond what did not count the last time. */
    private static int leftOut(Evaluation last) {
        return last.report().map(report -> report.hygiene().alreadyTrainedOn()).orElse(0);
    }

    private static boolean isAged(List<Evaluation> earlier, Policy policy, Instant now) {
        return earlier.stream()
                .map(Evaluation::verdict)
                .map(Verdict::at)
                .min(Comparator.naturalOrder())
                .map(since -> !since.plus(policy.retryAge()).isAfter(now))
                .orElse(false);
    }
}

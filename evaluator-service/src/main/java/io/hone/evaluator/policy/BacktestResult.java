package io.hone.evaluator.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a policy would have decided.
 *
 * @param policy every key and its value
 * @param candidates in the order of their judgement
 * @param withoutReport candidates of which too little is written down to judge them again
 */
public record BacktestResult(ModelName model, Policy policy, List<Candidate> candidates, List<Integer> withoutReport) {

    public BacktestResult {
        candidates = List.copyOf(candidates);
        withoutReport = List.copyOf(withoutReport);
    }

    /** How many would have been decided otherwise. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long changed() {
        return candidates.stream()
                .filter(each -> each.decided != each.wouldHaveDecided)
                .count();
    }

    /**
     * One candidate.
     *
     * @param champion that it was compared with
     * @param decided what became of it; inconclusive while it waits
     * @param wouldHaveDecided what the policy says
     * @param at when that would have been
     * @param findings of the policy's last look
     * @param test of that look; absent where it would not have been tested
     */
    public record Candidate(
            int version,
            int champion,
            Outcome decided,
            Instant decidedAt,
            Outcome wouldHaveDecided,
            Instant at,
            List<Finding> findings,
            Optional<SignificanceTest> test) {

        public Candidate {
            findings = List.copyOf(findings);
        }

        static Candidate of(Verdict actual, Verdict would) {
            return new Candidate(
                    would.version(),
                    would.champion(),
                    actual.outcome(),
                    actual.at(),
                    would.outcome(),
                    would.at(),
                    would.findings(),
                    would.test());
        }
    }
}

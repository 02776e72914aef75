package io.hone.bench.gate;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Evidence;
import io.hone.evaluator.gate.Gate;
import io.hone.evaluator.gate.Past;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The evaluator's own gate, with its own account of tests. */
final class GateReferee implements Referee {

    private final Policy policy;
    private final Gate gate;
    private final Map<Integer, Past> looks = new HashMap<>();
    private AlphaAccount account;

    GateReferee(Policy policy, AlphaAccount account) {
        this.policy = policy;
        this.gate = new Gate(policy);
        this.account = account;
    }

    @Override
    public Outcome judge(Evidence evidence, int candidate, Instant at) {
        Past before = Optional.ofNullable(looks.get(candidate)).orElse(new Past(account, 0, Optional.empty()));
        Verdict verdict = gate.judge(evidence, new Past(account, before.looks(), before.since()), at);
        if (verdict.test().isPresent()) {
            account = account.after(verdict.test().get().passed());
        }
        if (verdict.outcome() == Outcome.INCONCLUSIVE) {
            int tested = before.looks() + (verdict.test().isPresent() ? 1 : 0);
            looks.put(
                    candidate,
                    new Past(account, tested, Optional.of(before.since().orElse(at))));
        } else {
            looks.remove(candidate);
        }
        return verdict.outcome();
    }

    @Override
    public int retryImages(int images) {
        return policy.retryImages(images);
    }
}

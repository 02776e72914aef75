package io.hone.bench.gate;

import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Evidence;
import io.hone.evaluator.gate.Gate;
import io.hone.evaluator.gate.Ledger;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Duration;
import java.time.Instant;

/** The evaluator's own gate, with a ledger of its own. */
final class GateReferee implements Referee {

    private final Policy policy;
    private final Gate gate;
    private final Ledger ledger;

    GateReferee(Policy policy, AlphaAccount account) {
        this.policy = policy;
        this.gate = new Gate(policy);
        this.ledger = new Ledger(account);
    }

    /** Before its first test. */
    static GateReferee with(Policy policy) {
        return new GateReferee(policy, AlphaAccount.empty(policy.alpha()));
    }

    @Override
    public Outcome judge(Evidence evidence, int candidate, Instant at) {
        Verdict verdict = gate.judge(evidence, ledger.past(candidate), at);
        ledger.add(verdict);
        return verdict.outcome();
    }

    @Override
    public int retryImages(int images) {
        return policy.retryImages(images);
    }

    @Override
    public Duration patience() {
        return policy.retryAge();
    }
}

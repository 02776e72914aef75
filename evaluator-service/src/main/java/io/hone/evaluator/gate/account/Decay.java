package io.hone.evaluator.gate.account;

import io.hone.contracts.Checks;

/**
 * How much of what is in the account goes to the test that comes {@code j} after it was paid in: {@code γ_j = j^-1.5 /
 * ζ(1.5)}. Never rising, and 1 in sum, as LORD++ asks; slower than the geometric, so that late candidates have a chance.
 */
final class Decay {

    /** Riemann's ζ(3/2), the sum over all j of j^-1.5. */
    private static final double SUM = 2.612375348685488;

    private Decay() {}

    /** @param j 1 for the very next test */
    static double at(long j) {
        return Math.pow((double) Checks.atLeast("j", j, 1), -1.5) / SUM;
    }
}

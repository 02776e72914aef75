package io.hone.evaluator.gate;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What went before a judgement.
 *
 * @param account of tests of the model's candidates, in which the next is one
 * @param tests of the model's candidates in any account
 * @param looks tests of this candidate that were not enough
 * @param since its first inconclusive verdict
 * @param awaited whether the last of these says that it waits for a person
 */
public record Past(AlphaAccount account, long tests, int looks, Optional<Instant> since, boolean awaited) {

    public Past {
        Checks.present("account", account);
        Checks.atLeast("tests", tests, account.tests());
        Checks.atLeast("looks", looks, 0);
        Checks.present("since", since);
    }

    /** Of a candidate that waits for nobody, where all tests are in one account. */
    public Past(AlphaAccount account, int looks, Optional<Instant> since) {
        this(account, account.tests(), looks, since, false);
    }

    /**
     * All of it is in the evaluations that are written down, so nothing has to be kept twice.
     *
     * @param evaluations of the model, in any order
     * @param version the candidate
     */
    public static Past of(Collection<Evaluation> evaluations, int version, double alpha) {
        return ledger(evaluations, alpha).past(version);
    }

    /** What all tests at this alpha have left. Two evaluators may have given away one number at once: both count. */
    public static AlphaAccount account(Collection<Evaluation> evaluations, double alpha) {
        return ledger(evaluations, alpha).account();
    }

    private static Ledger ledger(Collection<Evaluation> evaluations, double alpha) {
        Ledger ledger = new Ledger(AlphaAccount.empty(alpha));
        tested(evaluations).forEach(ledger::add);
        evaluations.stream()
                .map(Evaluation::verdict)
                .filter(verdict -> verdict.test().isEmpty())
                .forEach(ledger::add);
        return ledger;
    }

    /** Verdicts that a test was part of, in the order of the tests. */
    public static List<Verdict> tested(Collection<Evaluation> evaluations) {
        return evaluations.stream()
                .map(Evaluation::verdict)
                .filter(verdict -> verdict.test().isPresent())
                .sorted(Comparator.comparingLong(
                                (Verdict verdict) -> test(verdict).number())
                        .thenComparing(Verdict::at))
                .toList();
    }

    private static SignificanceTest test(Verdict verdict) {
        return verdict.test().orElseThrow();
    }
}

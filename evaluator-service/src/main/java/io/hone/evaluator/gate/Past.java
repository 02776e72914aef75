package io.hone.evaluator.gate;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
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
 * @param account of all tests of the model's candidates
 * @param looks tests of this candidate that were not enough
 * @param since its first inconclusive verdict
 */
public record Past(AlphaAccount account, int looks, Optional<Instant> since) {

    public Past {
        Checks.present("account", account);
        Checks.atLeast("looks", looks, 0);
        Checks.present("since", since);
    }

    /**
     * All of it is in the evaluations that are written down, so nothing has to be kept twice.
     *
     * @param evaluations of the model, in any order
     * @param version the candidate
     */
    public static Past of(Collection<Evaluation> evaluations, int version, double alpha) {
        List<Verdict> verdicts = evaluations.stream()
                .map(Evaluation::verdict)
                .filter(verdict -> verdict.version() == version && verdict.outcome() == Outcome.INCONCLUSIVE)
                .toList();
        return new Past(
                account(evaluations, alpha),
                (int) verdicts.stream()
                        .filter(verdict -> verdict.test().isPresent())
                        .count(),
                verdicts.stream().map(Verdict::at).min(Comparator.naturalOrder()));
    }

    /** What all tests have left in the account. Two evaluators may have given away one number at once: both count. */
    public static AlphaAccount account(Collection<Evaluation> evaluations, double alpha) {
        AlphaAccount account = AlphaAccount.empty(alpha);
        for (Verdict verdict : tested(evaluations)) {
            account = account.after(test(verdict).passed());
        }
        return account;
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

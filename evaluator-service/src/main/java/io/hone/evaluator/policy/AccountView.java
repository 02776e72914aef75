package io.hone.evaluator.policy;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.Past;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of the allowed mistakes is spent on a model's candidates.
 *
 * @param alpha share of promotions that may be mistaken, in expectation
 * @param tests how many there were at this alpha
 * @param discoveries how many of them passed
 * @param nextLevel the p-value that the next test allows
 * @param history all tests, oldest first, also those of accounts with another alpha
 */
public record AccountView(
        ModelName model, double alpha, long tests, int discoveries, double nextLevel, List<Entry> history) {

    public AccountView {
        history = List.copyOf(history);
    }

    /**
     * @param alpha of its account; absent in tests of the first writers, which count in every one
     * @param outcome of the verdict that the test was part of
     */
    public record Entry(
            long number,
            int version,
            Instant at,
            Optional<Double> alpha,
            double level,
            double p,
            boolean passed,
            Outcome outcome) {}

    static AccountView of(ModelName model, List<Evaluation> evaluations, double alpha) {
        AlphaAccount account = Past.account(evaluations, alpha);
        List<Entry> history =
                Past.tested(evaluations).stream().map(AccountView::entry).toList();
        return new AccountView(
                model, alpha, account.tests(), account.discoveries().size(), account.level(), history);
    }

    private static Entry entry(Verdict verdict) {
        SignificanceTest test = verdict.test().orElseThrow();
        return new Entry(
                test.number(),
                verdict.version(),
                verdict.at(),
                test.alpha(),
                test.level(),
                test.p(),
                test.passed(),
                verdict.outcome());
    }
}

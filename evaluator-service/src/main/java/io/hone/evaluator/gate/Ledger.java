package io.hone.evaluator.gate;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.SignificanceTest;
import io.hone.contracts.verdict.Verdict;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the verdicts about a model's candidates leave for the next: the account of tests, and how often and since when a
 * candidate is looked at. There is an account for each share of mistakes that was ever allowed, so that a policy that
 * allows another changes nothing about what was spent under the one before.
 */
public final class Ledger {

    private final Map<Integer, Looks> looks = new HashMap<>();
    private final Set<Integer> discovered = new HashSet<>();
    private AlphaAccount account;
    private long tests;

    /** @param account of the tests that went before; those to come are part of it if they allowed its alpha */
    public Ledger(AlphaAccount account) {
        this.account = Checks.present("account", account);
        this.tests = account.tests();
    }

    /**
     * Inconclusive verdicts about a candidate.
     *
     * @param tested how many were tests
     * @param awaited whether the last says that only a person's word is missing
     */
    private record Looks(int tested, Instant first, Instant last, boolean awaited) {

        static Looks of(Verdict verdict) {
            int tested = verdict.test().isPresent() ? 1 : 0;
            return new Looks(tested, verdict.at(), verdict.at(), Gate.awaitsApproval(verdict));
        }

        Looks and(Looks other) {
            return new Looks(
                    tested + other.tested,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    last.isAfter(other.last) ? awaited : other.awaited);
        }
    }

    /** @param verdict tests in the order of their numbers, others whenever */
    public void add(Verdict verdict) {
        verdict.test().ifPresent(test -> add(verdict.version(), test));
        if (verdict.outcome() == Outcome.INCONCLUSIVE) {
            looks.merge(verdict.version(), Looks.of(verdict), Looks::and);
        }
    }

    /** A candidate that passes a second time, since a person lets it wait, is one discovery all the same. */
    private void add(int version, SignificanceTest test) {
        tests++;
        if (test.alpha().isEmpty() || test.alpha().get() == account.alpha()) {
            account = account.after(test.passed() && discovered.add(version));
        }
    }

    public AlphaAccount account() {
        return account;
    }

    public Past past(int version) {
        Optional<Looks> ofVersion = Optional.ofNullable(looks.get(version));
        return new Past(
                account,
                tests,
                ofVersion.map(Looks::tested).orElse(0),
                ofVersion.map(Looks::first),
                ofVersion.map(Looks::awaited).orElse(false));
    }
}

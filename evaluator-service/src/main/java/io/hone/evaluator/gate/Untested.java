package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;

/**
 * Stands for {@link Significance} while another rule says that it is too early, or pointless, to test: looking would make
 * the tests to come stricter.
 *
 * @param level the p-value that would be allowed
 */
record Untested(double level) implements Rule {

    @Override
    public Finding check(Evidence evidence) {
        return new Finding(
                Significance.NAME,
                1,
                level,
                false,
                "Whether the candidate is better was not tested, since each test makes the next one stricter; p = %s would be allowed."
                        .formatted(Words.probability(level)));
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.INCONCLUSIVE;
    }
}

package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import java.util.Optional;

/**
 * One test that a candidate is better than the champion. The hold-out is used again and again, so each test of a model's
 * candidates takes something from an account of allowed mistakes, also a second one of the same candidate.
 *
 * @param number of the test among all of the model's, 1 for the first
 * @param level the p-value that was allowed, 0 to 1
 * @param p probability of a result at least as good from a candidate that is no better, 0 to 1
 * @param passed whether p was allowed and every other rule was met too: only then the account counts a discovery
 * @param alpha the share of mistakes that the account allowed, above 0; absent in tests of the first writers
 */
public record SignificanceTest(long number, double level, double p, boolean passed, Optional<Double> alpha) {

    public SignificanceTest {
        Checks.atLeast("number", number, 1);
        Checks.within("level", level, 0, 1);
        Checks.within("p", p, 0, 1);
        alpha = alpha == null ? Optional.empty() : alpha;
        alpha.ifPresent(share -> Checks.within("alpha", share, Double.MIN_VALUE, 1));
    }
}

package io.hone.evaluator.gate.account;

import io.hone.contracts.Checks;
import java.util.List;
import java.util.stream.Stream;

/**
 * How strict the next test of a model's candidates must be, given how those before it went: LORD++, which keeps the
 * expected share of mistaken discoveries among all discoveries at most at {@code alpha}, however many tests there are.
 * Each test takes from the account; each discovery pays in.
 *
 * <p>With t tests and discoveries at τ<sub>1</sub> &lt; τ<sub>2</sub> &lt; …, test t is held at
 * {@code α_t = γ_t·w0 + (α − w0)·γ_{t−τ_1} + α·Σ_{j≥2} γ_{t−τ_j}}, with {@code w0 = α/2} and {@link Decay γ}.
 *
 * <p>From A. Ramdas, F. Yang, M. J. Wainwright and M. I. Jordan, "Online control of the false discovery rate with decaying
 * memory", NIPS 2017 (LORD++), after A. Javanmard and A. Montanari, "Online rules for control of false discovery rate and
 * false discovery exceedance", Annals of Statistics 46(2), 2018 (LORD). It asks that p-values of candidates that are no
 * better be valid given the decisions before them. Candidates of one model share hold-out images, which the proof does not
 * cover; that a hold-out grows between them, and that trainers see only promotions of it, is in its favour.
 *
 * @param alpha allowed share of mistakes, above 0 and below 1
 * @param tests how many there were
 * @param discoveries numbers of the tests that passed, rising
 */
public record AlphaAccount(double alpha, long tests, List<Long> discoveries) {

    public AlphaAccount {
        Checks.within("alpha", alpha, Double.MIN_VALUE, 1);
        Checks.atLeast("tests", tests, 0);
        discoveries = List.copyOf(discoveries);
    }

    public static AlphaAccount empty(double alpha) {
        return new AlphaAccount(alpha, 0, List.of());
    }

    /** The number of the next test. */
    public long next() {
        return tests + 1;
    }

    /** The p-value that the next test may have at most. */
    public double level() {
        double start = alpha / 2;
        double level = Decay.at(next()) * start;
        for (int i = 0; i < discoveries.size(); i++) {
            double paidIn = i == 0 ? alpha - start : alpha;
            level += paidIn * Decay.at(next() - discoveries.get(i));
        }
        return level;
    }

    /** @param discovery whether the next test passed */
    public AlphaAccount after(boolean discovery) {
        return discovery
                ? new AlphaAccount(
                        alpha,
                        next(),
                        Stream.concat(discoveries.stream(), Stream.of(next())).toList())
                : new AlphaAccount(alpha, next(), discoveries);
    }
}

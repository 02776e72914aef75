package io.hone.evaluator.gate.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaAccountTest {

    @Test
    void theDecayIsOneInSumAndNeverRises() {
        // When
        double sum = 0;
        for (long j = 1; j <= 1_000_000; j++) {
            sum += Decay.at(j);
            assertThat(Decay.at(j + 1)).isLessThan(Decay.at(j));
        }

        // Then: of the tail, the integral of x^-1.5 is 2/√n
        assertThat(sum + 2 / Math.sqrt(1_000_000.5) / 2.612375348685488).isCloseTo(1, within(1e-9));
    }

    /** By hand, from the paper's formula with ζ(1.5) = 2.6123753. */
    @ParameterizedTest
    @CsvSource({
        "0, '', 0.009570", // 0.025 · 0.382793
        "1, '', 0.003383", // 0.025 · 0.382793 / 2^1.5
        "9, '', 0.000303", // 0.025 · 0.382793 / 10^1.5
        "1, '1', 0.012953", // and 0.025 · 0.382793 paid in by the first discovery
        "2, '1', 0.005225", // 0.025 · (0.073669 + 0.135338)
        "2, '1 2', 0.024365", // 0.025 · (0.073669 + 0.135338) + 0.05 · 0.382793
        "3, '2', 0.004580" // 0.025 · (0.047849 + 0.135338)
    })
    void theLevelFollowsThePaper(long tests, String discoveries, double level) {
        // Given
        List<Long> numbers = discoveries.isEmpty()
                ? List.of()
                : List.of(discoveries.split(" ")).stream().map(Long::valueOf).toList();

        // When, Then
        assertThat(new AlphaAccount(0.05, tests, numbers).level()).isCloseTo(level, within(5e-7));
    }

    @Test
    void eachTestMakesTheNextOneStricterUntilADiscoveryPaysIn() {
        // Given
        AlphaAccount account = AlphaAccount.empty(0.05);

        // When
        AlphaAccount afterFailure = account.after(false);
        AlphaAccount afterDiscovery = afterFailure.after(true);

        // Then
        assertThat(afterFailure.level()).isLessThan(account.level());
        assertThat(afterDiscovery.level()).isGreaterThan(afterFailure.level());
        assertThat(afterDiscovery.discoveries()).containsExactly(2L);
        assertThat(afterDiscovery.next()).isEqualTo(3);
    }

    /** The property that the proof rests on: what was spent never exceeds alpha for each discovery, or one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverMoreIsSpentThanDiscoveriesAllow(long seed) {
        // Given: any course of discoveries
        Random random = new Random(seed);
        double often = random.nextDouble();
        double alpha = 0.01 + 0.4 * random.nextDouble();
        AlphaAccount account = AlphaAccount.empty(alpha);
        double spent = 0;

        // When, Then
        for (int test = 1; test <= 500; test++) {
            spent += account.level();
            assertThat(spent)
                    .isLessThanOrEqualTo(
                            alpha * Math.max(1, account.discoveries().size()) + 1e-12);
            account = account.after(random.nextDouble() < often);
        }
    }

    /** A decision may only lower later levels where it was no discovery: an account is never gamed by failing. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void aDiscoveryNeverMakesALaterTestStricter(long seed) {
        // Given
        Random random = new Random(seed);
        AlphaAccount with = AlphaAccount.empty(0.05).after(true);
        AlphaAccount without = AlphaAccount.empty(0.05).after(false);

        // When, Then
        for (int test = 2; test <= 200; test++) {
            assertThat(with.level()).isGreaterThan(without.level());
            boolean discovery = random.nextInt(4) == 0;
            with = with.after(discovery);
            without = without.after(discovery);
        }
    }
}

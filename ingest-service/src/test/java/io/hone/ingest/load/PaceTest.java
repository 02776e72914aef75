package io.hone.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final HandClock clock = new HandClock();
    private final Pace pace = new Pace(OptionalInt.of(10), 50, clock);

    private static final class HandClock implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void advance(Duration by) {
            nanos += by.toNanos();
        }
    }

    @Test
    void aBatchMayComeAtOnceAndTheRestAtItsPace() {
        // Given
        pace.take("ann", 50);

        // When, then
        assertThatThrownBy(() -> pace.take("ann", 20))
                .isInstanceOfSatisfying(CallerLimitException.class, over -> assertThat(over.tryAgain())
                        .isEqualTo(Duration.ofSeconds(3)));

        // When so much time has passed, then they may come
        clock.advance(Duration.ofSeconds(2));
        assertThatCode(() -> pace.take("ann", 20)).doesNotThrowAnyException();
    }

    @Test
    void eachCallerHasAPaceOfItsOwn() {
        // Given
        pace.take("ann", 50);

        // When, then
        assertThatThrownBy(() -> pace.take("ann", 1)).isInstanceOf(CallerLimitException.class);
        assertThatCode(() -> pace.take("bob", 50)).doesNotThrowAnyException();
    }

    @Test
    void nobodyIsHeldUpUnlessToldSo() {
        // Given
        Pace free = new Pace(OptionalInt.empty(), 50, clock);

        // When, then
        assertThatCode(() -> free.take("ann", 1_000_000)).doesNotThrowAnyException();
    }
}

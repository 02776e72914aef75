package io.hone.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.ModelName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RunSlotTest {

    private static final ModelName MODEL = new ModelName("plants");
    private final RunSlot slot = new RunSlot();

    @Test
    void onlyOneHoldsIt() {
        // Given
        RunSlot.Taken first = slot.tryTake(MODEL).orElseThrow();

        // When, Then
        assertThat(slot.tryTake(MODEL)).isEmpty();
        first.close();
        assertThat(slot.tryTake(MODEL)).isPresent();
    }

    @Test
    void cancellingWaitsUntilTheHolderHasLeft() {
        // Given
        RunSlot.Taken taken = slot.tryTake(MODEL).orElseThrow();
        CompletableFuture<Boolean> cancelling =
                CompletableFuture.supplyAsync(() -> taken.cancel(Duration.ofMinutes(1)));
        Awaitility.await().until(taken::isRequested);
        assertThat(cancelling).isNotDone();

        // When
        taken.close();

        // Then
        assertThat(cancelling.join()).isTrue();
    }

    @Test
    void aHolderThatStaysIsReported() {
        // Given
        RunSlot.Taken taken = slot.tryTake(MODEL).orElseThrow();

        // When
        boolean left = taken.cancel(Duration.ofMillis(1));

        // Then
        assertThat(left).isFalse();
    }

    @Test
    void onceShutNobodyTakesIt() {
        // Given
        slot.shut();

        // When, Then
        assertThat(slot.tryTake(MODEL)).isEmpty();
    }
}

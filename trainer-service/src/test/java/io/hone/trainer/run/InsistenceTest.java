package io.hone.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectStoreException;
import io.hone.trainer.finetune.RunCancelledException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class InsistenceTest {

    private final RunSlot.Taken slot =
            new RunSlot().tryTake(new ModelName("plants")).orElseThrow();
    private final AtomicInteger asked = new AtomicInteger();

    private Insistence insistence(Duration pause) {
        return new Insistence("run-1", slot, pause);
    }

    @Test
    void whoIsAwayIsAskedAgain() throws RunCancelledException {
        // When
        String answer = insistence(Duration.ofMillis(1)).on(() -> {
            switch (asked.incrementAndGet()) {
                case 1 -> throw new ObjectStoreException("bucket is away", null);
                case 2 -> throw new KafkaException("broker is away");
                default -> {
                    return "answer";
                }
            }
        });

        // Then
        assertThat(answer).isEqualTo("answer");
        assertThat(asked).hasValue(3);
    }

    @Test
    void whoIsToldToStopAsksNoMore() {
        // Given
        slot.cancel(Duration.ZERO);

        // When, Then
        assertThatThrownBy(() -> insistence(Duration.ofMinutes(1)).onDoing(() -> {
                    asked.incrementAndGet();
                    throw new ObjectStoreException("bucket is away", null);
                }))
                .isInstanceOf(RunCancelledException.class)
                .hasMessage("run run-1 was stopped: bucket is away");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aMistakeIsNotRepeated() {
        // When, Then
        assertThatThrownBy(() -> insistence(Duration.ofMinutes(1)).onDoing(() -> {
                    asked.incrementAndGet();
                    throw new IllegalArgumentException("too large");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(asked).hasValue(1);
    }
}

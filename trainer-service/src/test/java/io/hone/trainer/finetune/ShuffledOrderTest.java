package io.hone.trainer.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffledOrderTest {

    @Test
    void anEpochUsesEachImageOnceInAnotherOrderEachTime() {
        // Given
        ShuffledOrder order = new ShuffledOrder(12, 4, new Random(1));

        // When
        int[] first = epoch(order, 3);
        int[] second = epoch(order, 3);

        // Then
        assertThat(Arrays.stream(first).sorted()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(Arrays.stream(second).sorted()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whatDoesNotFillABatchIsLeftOutOfTheEpoch() {
        // Given
        ShuffledOrder order = new ShuffledOrder(10, 4, new Random(1));

        // When
        int[] epoch = epoch(order, 2);

        // Then
        assertThat(epoch).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void fewerImagesThanABatchAreTheBatch() {
        // Given
        ShuffledOrder order = new ShuffledOrder(3, 64, new Random(1));

        // When
        int[] batch = order.nextBatch();

        // Then
        assertThat(batch).containsExactlyInAnyOrder(0, 1, 2);
    }

    private static int[] epoch(ShuffledOrder order, int batches) {
        return IntStream.range(0, batches)
                .mapToObj(i -> order.nextBatch())
                .flatMapToInt(Arrays::stream)
                .toArray();
    }
}

package io.hone.trainer.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.recipe.Sampling;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static Order shuffled(int count, int batchSize, long seed) {
        return new Order(Sampling.SHUFFLED, IntStream.range(0, count).toArray(), new int[count], batchSize, seed);
    }

    /** The positions of the batches {@code from} to {@code to}, one after the other. */
    private static int[] batches(Order order, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(order::batch)
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    @Test
    void anEpochUsesEachImageOnceInAnotherOrderEachTime() {
        // Given
        Order order = shuffled(12, 4, 1);

        // When
        int[] first = batches(order, 1, 3);
        int[] second = batches(order, 4, 6);

        // Then
        assertThat(Arrays.stream(first).sorted()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(Arrays.stream(second).sorted()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whoBeginsInTheMiddleTakesTheSameBatches() {
        // Given
        int[] whole = batches(shuffled(12, 4, 1), 1, 8);

        // When
        int[] rest = batches(shuffled(12, 4, 1), 5, 8);

        // Then
        assertThat(rest).isEqualTo(Arrays.copyOfRange(whole, 16, 32));
    }

    @Test
    void whatDoesNotFillABatchIsLeftOutOfTheEpoch() {
        // When
        int[] epoch = batches(shuffled(10, 4, 1), 1, 2);

        // Then
        assertThat(epoch).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void fewerImagesThanABatchAreTheBatch() {
        // When
        int[] batch = shuffled(3, 64, 1).batch(1);

        // Then
        assertThat(batch).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void onlyThePositionsGivenAreUsed() {
        // Given
        Order order = new Order(Sampling.SHUFFLED, new int[] {2, 5, 7}, new int[8], 3, 1);

        // When, Then
        assertThat(order.batch(1)).containsExactlyInAnyOrder(2, 5, 7);
    }

    @Test
    void balancedSamplingShowsEveryClassEquallyOften() {
        // Given: 90 images of class 0, 9 of class 1, 1 of class 2
        int[] classIds = IntStream.range(0, 100)
                .map(position -> position < 90 ? 0 : position < 99 ? 1 : 2)
                .toArray();
        Order order = new Order(Sampling.CLASS_BALANCED, IntStream.range(0, 100).toArray(), classIds, 10, 1);

        // When
        int[] epoch = batches(order, 1, 10);

        // Then
        long[] shown = IntStream.range(0, 3)
                .mapToLong(classId -> Arrays.stream(epoch)
                        .filter(position -> classIds[position] == classId)
                        .count())
                .toArray();
        assertThat(Arrays.stream(shown)).allSatisfy(count -> assertThat(count).isBetween(33L, 34L));
        assertThat(Arrays.stream(epoch)
                        .filter(position -> position >= 90 && position < 99)
                        .distinct())
                .as("a rare class's images take turns")
                .hasSize(9);
    }
}

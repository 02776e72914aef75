package io.hone.trainer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

    /** 100 of class 0, 30 of class 1, 5 of class 2. */
    private static int[] classIds() {
        return IntStream.range(0, 135)
                .map(position -> position < 100 ? 0 : position < 130 ? 1 : 2)
                .toArray();
    }

    @Test
    void ofEachClassTheSameShareIsHeldBackRoundedDown() {
        // When
        Slice slice = Slice.of(classIds(), 0.1, 7);

        // Then
        int[] held = slice.validation();
        assertThat(IntStream.of(held).filter(position -> position < 100)).hasSize(10);
        assertThat(IntStream.of(held).filter(position -> position >= 100)).hasSize(3);
        assertThat(slice.training()).hasSize(122);
    }

    @Test
    void noImageIsOnBothSidesOrOnNone() {
        // When
        Slice slice = Slice.of(classIds(), 0.3, 7);

        // Then
        assertThat(IntStream.concat(IntStream.of(slice.training()), IntStream.of(slice.validation()))
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(0, 135).boxed().toList());
    }

    @Test
    void theSameSeedHoldsTheSameBack() {
        // Given
        int[] first = Slice.of(classIds(), 0.2, 7).validation();

        // When, Then
        assertThat(Slice.of(classIds(), 0.2, 7).validation()).isEqualTo(first);
        assertThat(Slice.of(classIds(), 0.2, 8).validation()).isNotEqualTo(first);
    }

    @Test
    void howManyAreHeldBackIsKnownBeforehand() {
        // When
        int size = Slice.size(List.of(100, 30, 5), 0.1);

        // Then
        assertThat(size).isEqualTo(Slice.of(classIds(), 0.1, 7).validation().length);
    }
}

package io.hone.vision.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    /** 60 of class 0, 30 of class 1, 10 of class 2. */
    private static final int[] LABELS =
            IntStream.range(0, 100).map(i -> i < 60 ? 0 : i < 90 ? 1 : 2).toArray();

    @Test
    void eachClassIsDealtOutEvenly() {
        // Given
        int folds = 5;
        // When
        Folds dealt = Folds.stratified(LABELS, folds, 1);
        // Then
        for (int fold = 0; fold < folds; fold++) {
            assertThat(countsOf(dealt.inside(fold))).containsExactly(12, 6, 2);
        }
    }

    @Test
    void insideAndOutsideAreEverything() {
        // Given
        Folds dealt = Folds.stratified(LABELS, 3, 1);
        // When
        int[] both = IntStream.concat(Arrays.stream(dealt.inside(1)), Arrays.stream(dealt.outside(1)))
                .sorted()
                .toArray();
        // Then
        assertThat(both).containsExactly(IntStream.range(0, 100).toArray());
    }

    @Test
    void theSeedDecidesWhoIsWhere() {
        // Given
        Folds first = Folds.stratified(LABELS, 5, 1);
        // When
        Folds again = Folds.stratified(LABELS, 5, 1);
        Folds other = Folds.stratified(LABELS, 5, 2);
        // Then
        assertThat(again.foldOf()).containsExactly(first.foldOf());
        assertThat(other.foldOf()).isNotEqualTo(first.foldOf());
    }

    @Test
    void aSampleHasOfEachClassItsShare() {
        // Given
        int most = 20;
        // When
        int[] sample = Folds.sample(LABELS, most, 1);
        // Then
        assertThat(countsOf(sample)).containsExactly(12, 6, 2);
        assertThat(sample).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatIsFewEnoughIsTakenWhole() {
        // Given
        int most = 100;
        // When
        int[] sample = Folds.sample(LABELS, most, 1);
        // Then
        assertThat(sample).containsExactly(IntStream.range(0, 100).toArray());
    }

    private static int[] countsOf(int[] examples) {
        int[] counts = new int[3];
        for (int example : examples) {
            counts[LABELS[example]]++;
        }
        return counts;
    }
}

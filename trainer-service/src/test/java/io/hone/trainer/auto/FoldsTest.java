package io.hone.trainer.auto;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.trainer.plan.Slice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static final int[] POSITIONS = IntStream.range(10, 70).toArray();
    private static final int[] CLASS_IDS =
            IntStream.range(0, 70).map(position -> position % 10 == 0 ? 1 : 0).toArray();

    @Test
    void eachImageIsAskedAboutOnceAndNeverInAFoldThatLearntIt() {
        // When
        List<Slice> folds = Folds.of(POSITIONS, CLASS_IDS, 3, 3, 7);

        // Then
        assertThat(folds.stream()
                        .flatMapToInt(fold -> IntStream.of(fold.validation()))
                        .sorted())
                .containsExactlyElementsOf(IntStream.of(POSITIONS).boxed().toList());
        assertThat(folds).allSatisfy(fold -> assertThat(
                        IntStream.concat(IntStream.of(fold.training()), IntStream.of(fold.validation()))
                                .sorted())
                .containsExactlyElementsOf(IntStream.of(POSITIONS).boxed().toList()));
    }

    @Test
    void everyFoldHasItsPartOfARareClass() {
        // When: six images of class 1 in three folds
        List<Slice> folds = Folds.of(POSITIONS, CLASS_IDS, 3, 3, 7);

        // Then
        assertThat(folds).allSatisfy(fold -> assertThat(
                        IntStream.of(fold.validation()).filter(position -> CLASS_IDS[position] == 1))
                .hasSize(2));
    }
}

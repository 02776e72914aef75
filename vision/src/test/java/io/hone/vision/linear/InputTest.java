package io.hone.vision.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InputTest {

    @Test
    void whatIsWrongIsNamed() {
        refused(() -> new Examples(new float[5], 2, new int[3], 2), "3 examples of 2 features need 6 numbers, not 5");
        refused(
                () -> new Examples(new float[2], 1, new int[] {0, 2}, 2),
                "label of example 1 is 2, must be between 0 and 1");
        refused(
                () -> new Examples(new float[] {0, 1, 2, Float.NaN}, 2, new int[2], 2),
                "feature 1 of example 1 is NaN, must be finite; look at the backbone");
        refused(() -> new Examples(new float[0], 2, new int[0], 2), "examples is 0, must be at least 1");
        refused(() -> new LinearClassifier(2, 3, new float[5], new float[2]), "5 weights, must be 6");
        refused(
                () -> new LinearClassifier(2, 1, new float[2], new float[] {1, Float.POSITIVE_INFINITY}),
                "biases hold Infinity, must be finite");
        refused(
                () -> new FitSettings(Method.SOFTMAX, List.of(0.1, 0.0), 5, 1),
                "l2 is 0.0, must be between 1.0E-8 and 10000.0");
        refused(() -> new FitSettings(Method.SOFTMAX, List.of(), 5, 1), "number of l2s is 0, must be at least 1");
        refused(() -> new FitSettings(Method.SOFTMAX, List.of(0.1, 1.0), 0, 1), "folds is 0, must be between 2 and 20");
        refused(() -> new FitSettings(Method.SVM, List.of(0.1), 0, 1), "folds is 0, must be between 2 and 20");
    }

    @Test
    void penaltiesAreHeldStrongestFirstAndOnce() {
        // Given
        List<Double> l2s = List.of(0.1, 10.0, 0.1, 1.0);
        // When
        FitSettings settings = new FitSettings(Method.SVM, l2s, 5, 1);
        // Then
        assertThat(settings.l2s()).containsExactly(10.0, 1.0, 0.1);
    }

    private static void refused(ThrowingCallable input, String message) {
        assertThatThrownBy(input).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}

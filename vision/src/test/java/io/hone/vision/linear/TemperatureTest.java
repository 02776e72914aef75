package io.hone.vision.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TemperatureTest {

    private static final int CLASSES = 3;
    private static final int COUNT = 20_000;

    @Test
    void theFactorThatMadeTheLabelsIsFound() {
        // Given labels drawn as softmax of three times the margins says
        float[] margins = margins();
        int[] labels = drawn(margins, 3);
        // When
        double factor = Temperature.factor(margins, labels, CLASSES);
        // Then
        assertThat(factor).isCloseTo(3, within(0.15));
    }

    @Test
    void marginsThatTellNothingAreMadeSmall() {
        // Given
        float[] margins = margins();
        int[] labels = drawn(margins(), 0);
        // When
        double factor = Temperature.factor(margins, labels, CLASSES);
        // Then
        assertThat(factor).isBetween(0.0, 0.1);
    }

    @Test
    void marginsWithoutAMistakeGiveAFiniteFactor() {
        // Given
        float[] margins = {1, -1, -1, -1, 1, -1, -1, -1, 1};
        int[] labels = {0, 1, 2};
        // When
        double factor = Temperature.factor(margins, labels, CLASSES);
        // Then
        assertThat(factor).isBetween(0.5, 5.0);
    }

    private static float[] margins() {
        Random random = new Random(1);
        float[] margins = new float[COUNT * CLASSES];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = (float) random.nextGaussian();
        }
        return margins;
    }

    private static int[] drawn(float[] margins, double factor) {
        Random random = new Random(2);
        int[] labels = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            // The greatest of margins with Gumbel noise is drawn as softmax says.
            double best = Double.NEGATIVE_INFINITY;
            for (int classId = 0; classId < CLASSES; classId++) {
                double noisy = factor * margins[i * CLASSES + classId] - Math.log(-Math.log(random.nextDouble()));
                if (noisy > best) {
                    best = noisy;
                    labels[i] = classId;
                }
            }
        }
        return labels;
    }
}

package io.hone.trainer.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Augmentation;
import io.hone.images.Pixels;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AugmenterTest {

    private static final int SIZE = 8;

    /** The red of the mean colour is 51, its green 102, its blue 153. */
    private static Preprocessing preprocessing(ColourOrder order) {
        List<Float> mean = order == ColourOrder.RGB ? List.of(0.2f, 0.4f, 0.6f) : List.of(0.6f, 0.4f, 0.2f);
        return new Preprocessing(SIZE, SIZE, mean, List.of(1f, 1f, 1f), order);
    }

    /** Each pixel's red says its column, its green its row. */
    private static Pixels coordinates() {
        byte[] rgb = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            rgb[3 * i] = (byte) (i % SIZE);
            rgb[3 * i + 1] = (byte) (i / SIZE);
        }
        return new Pixels(SIZE, SIZE, rgb);
    }

    private static byte[] vary(Augmenter augmenter) {
        byte[] target = new byte[3 * SIZE * SIZE];
        augmenter.vary(coordinates(), target, 0);
        return target;
    }

    @Test
    void withoutAugmentationImagesStayAsTheyAre() {
        // Given
        Augmenter augmenter = new Augmenter(Augmentation.NONE, preprocessing(ColourOrder.RGB), new Random(1));

        // When
        byte[] varied = vary(augmenter);

        // Then
        assertThat(varied).isEqualTo(coordinates().rgb());
    }

    @Test
    void aFlipMirrorsLeftAndRightAboutEverySecondTime() {
        // Given
        Augmenter augmenter = new Augmenter(new Augmentation(true, 0), preprocessing(ColourOrder.RGB), new Random(1));
        int mirrored = 0;

        // When
        for (int i = 0; i < 200; i++) {
            byte[] varied = vary(augmenter);
            if (varied[0] == SIZE - 1) {
                mirrored++;
                assertThat(varied[3 * (SIZE - 1)])
                        .as("last column of the first row")
                        .isZero();
                assertThat(varied[3 * SIZE + 1]).as("row of the second row").isEqualTo((byte) 1);
            }
        }

        // Then: five standard deviations are 35
        assertThat(mirrored).isBetween(65, 135);
    }

    @Test
    void aCropShiftsByAtMostThePaddingAndFillsUpWithTheMeanColour() {
        for (ColourOrder order : ColourOrder.values()) {
            // Given
            Augmenter augmenter = new Augmenter(new Augmentation(false, 2), preprocessing(order), new Random(1));
            Set<Integer> shifts = new HashSet<>();

            // When
            for (int i = 0; i < 200; i++) {
                byte[] varied = vary(augmenter);
                int middle = 3 * (4 * SIZE + 4);
                shifts.add(varied[middle] - 4);
                if (varied[middle] == 2) {
                    assertThat(varied[3 * 4 * SIZE])
                            .as("red beyond the left border")
                            .isEqualTo((byte) 51);
                    assertThat(varied[3 * 4 * SIZE + 2]).as("blue there").isEqualTo((byte) 153);
                }
            }

            // Then
            assertThat(shifts).containsExactlyInAnyOrder(-2, -1, 0, 1, 2);
        }
    }
}

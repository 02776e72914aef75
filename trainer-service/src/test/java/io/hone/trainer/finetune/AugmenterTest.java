package io.hone.trainer.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Augmentation;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.images.Pixels;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
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

    private final SplittableRandom random = new SplittableRandom(1);

    private static Augmentation augmentation(Map<String, ?> settings) {
        return Recipe.of(Map.of("augmentation.flip", false, "augmentation.crop", "none"))
                .with(RecipeKeys.settings(settings))
                .augmentation();
    }

    private byte[] vary(Augmenter augmenter) {
        byte[] target = new byte[3 * SIZE * SIZE];
        augmenter.vary(coordinates(), target, 0, random);
        return target;
    }

    @Test
    void withoutAugmentationImagesStayAsTheyAre() {
        // Given
        Augmenter augmenter = new Augmenter(Augmentation.NONE, preprocessing(ColourOrder.RGB));

        // When
        byte[] varied = vary(augmenter);

        // Then
        assertThat(varied).isEqualTo(coordinates().rgb());
    }

    @Test
    void aFlipMirrorsLeftAndRightAboutEverySecondTime() {
        // Given
        Augmenter augmenter =
                new Augmenter(augmentation(Map.of("augmentation.flip", true)), preprocessing(ColourOrder.RGB));
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
            Augmenter augmenter = new Augmenter(
                    augmentation(Map.of("augmentation.crop", "padded", "augmentation.crop-padding", 2)),
                    preprocessing(order));
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

    @Test
    void aResizedCropShowsAPartOfTheImageEnlarged() {
        // Given
        Augmenter augmenter = new Augmenter(
                augmentation(Map.of("augmentation.crop", "resized", "augmentation.crop-area", 0.25)),
                preprocessing(ColourOrder.RGB));
        Set<Integer> leftmost = new HashSet<>();

        // When
        for (int i = 0; i < 200; i++) {
            byte[] varied = vary(augmenter);
            int left = varied[0];
            int right = varied[3 * (SIZE - 1)];
            leftmost.add(left);
            assertThat(right - left).as("columns within the window").isBetween(2, SIZE - 1);
        }

        // Then
        assertThat(leftmost).contains(0, 1, 2, 3);
    }

    @Test
    void jitterChangesColoursWithinItsStrength() {
        // Given: a plain grey image, whose contrast and saturation nothing can change
        Pixels grey = new Pixels(SIZE, SIZE, filled((byte) 100));
        Augmenter augmenter =
                new Augmenter(augmentation(Map.of("augmentation.colour-jitter", 0.2)), preprocessing(ColourOrder.RGB));
        Set<Byte> seen = new HashSet<>();

        // When
        for (int i = 0; i < 200; i++) {
            byte[] target = new byte[3 * SIZE * SIZE];
            augmenter.vary(grey, target, 0, random);
            assertThat(target).containsOnly(target[0]);
            seen.add(target[0]);
        }

        // Then
        assertThat(seen).allSatisfy(value -> assertThat(value).isBetween((byte) 80, (byte) 120));
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void saturationAndContrastAreScaled() {
        // Given: a red pixel beside a black one
        byte[] rgb = {(byte) 200, 0, 0, 0, 0, 0};

        // When
        new ColourJitter(1, 1, 0).apply(rgb, 0, rgb.length);

        // Then: without saturation only the grey is left
        assertThat(rgb).containsExactly((byte) 60, (byte) 60, (byte) 60, (byte) 0, (byte) 0, (byte) 0);
    }

    private static byte[] filled(byte value) {
        byte[] rgb = new byte[3 * SIZE * SIZE];
        Arrays.fill(rgb, value);
        return rgb;
    }
}

package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.model.ColourOrder;
import io.hone.images.Pixels;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchScriptClassifierTest {

    @Test
    void answersEveryImageWithProbabilitiesThatSumToOne() {
        // Given
        PixelBatch batch = new SyntheticImages(1).batch().batch();
        try (Classifier classifier = SmallNetwork.classifier(SmallNetwork.file())) {
            // When
            Predictions predictions = classifier.predict(batch);
            // Then
            assertThat(predictions.count()).isEqualTo(batch.count());
            for (int image = 0; image < predictions.count(); image++) {
                double sum = 0;
                for (int classId = 0; classId < predictions.classes(); classId++) {
                    sum += predictions.probability(image, classId);
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void anImageIsJudgedByItselfAndNotByItsBatch() {
        // Given
        PixelBatch batch = new SyntheticImages(1).batch().batch();
        byte[] third = new byte[SyntheticImages.SIZE * SyntheticImages.SIZE * Pixels.CHANNELS];
        System.arraycopy(batch.rgb(), 2 * third.length, third, 0, third.length);
        PixelBatch alone = PixelBatch.of(List.of(new Pixels(SyntheticImages.SIZE, SyntheticImages.SIZE, third)));
        try (Classifier classifier = SmallNetwork.classifier(SmallNetwork.file())) {
            // When
            Predictions predictions = classifier.predict(alone);
            // Then
            assertThat(predictions.probability(0, 1))
                    .isCloseTo(classifier.predict(batch).probability(2, 1), within(1e-5f));
        }
    }

    @Test
    void aModelThatTakesBlueFirstSeesBlueFirst() {
        // Given
        PixelBatch batch = new SyntheticImages(1).batch().batch();
        PixelBatch swapped = new PixelBatch(batch.count(), batch.width(), batch.height(), blueFirst(batch.rgb()));
        try (Classifier rgb = SmallNetwork.classifier(SmallNetwork.file(), ColourOrder.RGB);
                Classifier bgr = SmallNetwork.classifier(SmallNetwork.file(), ColourOrder.BGR)) {
            // When
            Predictions predictions = bgr.predict(batch);
            // Then
            assertThat(predictions.probabilities())
                    .containsExactly(rgb.predict(swapped).probabilities())
                    .isNotEqualTo(rgb.predict(batch).probabilities());
        }
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        // Given
        PixelBatch batch = new PixelBatch(1, 8, 9, new byte[8 * 9 * Pixels.CHANNELS]);
        try (Classifier classifier = SmallNetwork.classifier(SmallNetwork.file())) {
            // When
            assertThatThrownBy(() -> classifier.predict(batch))
                    // Then
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the batch's images have 8 × 9 pixels, the model takes 16 × 16");
        }
    }

    private static byte[] blueFirst(byte[] rgb) {
        byte[] bgr = rgb.clone();
        for (int i = 0; i < rgb.length; i += Pixels.CHANNELS) {
            bgr[i] = rgb[i + 2];
            bgr[i + 2] = rgb[i];
        }
        return bgr;
    }
}

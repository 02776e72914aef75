package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import org.junit.jupiter.api.Test;

class TorchScriptFeaturesTest {

    private static final Preprocessing PREPROCESSING = SmallNetwork.preprocessing(ColourOrder.RGB);

    private final Classifiers classifiers = new Classifiers(DeviceChoice.CPU);

    @Test
    void featuresAreWhatTheNetworkAnswersAndNoProbabilities() {
        // Given
        PixelBatch batch = new SyntheticImages(1).batch().batch();
        try (FeatureExtractor extractor =
                        classifiers.loadFeatures(SmallNetwork.file(), PREPROCESSING, SyntheticImages.CLASSES);
                Classifier classifier = SmallNetwork.classifier(SmallNetwork.file())) {
            // When
            float[] features = extractor.extract(batch);
            // Then
            float[] probabilities = classifier.predict(batch).probabilities();
            assertThat(features).hasSize(batch.count() * extractor.width());
            assertThat(softmax(features, extractor.width()))
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(probabilities);
        }
    }

    @Test
    void aNetworkOfAnotherWidthIsRefused() {
        // Given
        int width = 128;
        // When
        assertThatThrownBy(() -> classifiers.loadFeatures(SmallNetwork.file(), PREPROCESSING, width))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("the network answers 1 image(s) with a tensor of shape (1, 5),"
                        + " a backbone of 128 features with (1, 128)");
    }

    private static float[] softmax(float[] outputs, int width) {
        float[] probabilities = new float[outputs.length];
        for (int row = 0; row < outputs.length; row += width) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                sum += Math.exp(outputs[row + i]);
            }
            for (int i = 0; i < width; i++) {
                probabilities[row + i] = (float) (Math.exp(outputs[row + i]) / sum);
            }
        }
        return probabilities;
    }
}

package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.vision.archive.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifiersTest {

    private static final Preprocessing PREPROCESSING = SmallNetwork.preprocessing(ColourOrder.RGB);

    private final Classifiers classifiers = new Classifiers(DeviceChoice.CPU);

    @TempDir
    Path folder;

    @Test
    void saysOnWhichDeviceItComputes() {
        // Given
        try (Classifier classifier = classifiers.load(SmallNetwork.file(), PREPROCESSING, SyntheticImages.CLASSES)) {
            // When
            String device = classifier.device();
            // Then
            assertThat(device).isEqualTo("cpu").isEqualTo(classifiers.device());
        }
    }

    @Test
    void aFileThatIsNoTorchScriptIsRefused() throws IOException {
        // Given
        Path text = Files.writeString(folder.resolve("model.pt"), "no network at all");
        // When
        assertThatThrownBy(() -> classifiers.load(text, PREPROCESSING, SyntheticImages.CLASSES))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessageStartingWith("model.pt cannot be loaded as TorchScript: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        // Given
        Path missing = folder.resolve("model.pt");
        // When
        assertThatThrownBy(() -> classifiers.load(missing, PREPROCESSING, SyntheticImages.CLASSES))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("there is no readable file %s", missing);
    }

    @Test
    void aNetworkOfAnotherNumberOfClassesIsRefused() {
        // Given
        int classes = 8;
        // When
        assertThatThrownBy(() -> classifiers.load(SmallNetwork.file(), PREPROCESSING, classes))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage(
                        "the network answers 1 image(s) with a tensor of shape (1, 5), a classifier of 8 classes with (1, 8)");
    }

    @Test
    void aNetworkForImagesOfAnotherSizeIsRefused() {
        // Given a network whose head counts on 16 × 16 pixels
        Preprocessing larger =
                new Preprocessing(32, 32, PREPROCESSING.mean(), PREPROCESSING.standardDeviation(), ColourOrder.RGB);
        // When
        assertThatThrownBy(
                        () -> classifiers.load(SmallNetwork.resource("dropping.pt"), larger, SyntheticImages.CLASSES))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("the network does not run on an image of 32 × 32 pixels: "
                        + "RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x512 and 128x5)");
    }

    @Test
    void aHeadOfAnotherNameIsRefused() {
        // Given
        Head head = new Head("classifier", "classifier.weight", Optional.empty(), 32, SyntheticImages.CLASSES);
        // When
        assertThatThrownBy(() -> classifiers.loadForTraining(
                        SmallNetwork.file(), PREPROCESSING, SyntheticImages.CLASSES, head, SmallNetwork.SGD))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("the network has no parameter classifier.weight, which its head should be made of");
    }
}

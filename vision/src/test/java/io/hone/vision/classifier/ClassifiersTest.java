package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.GradientClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
    void aNetworkWithAuxiliaryOutputsIsRefused() {
        // Given
        Path auxiliary = SmallNetwork.resource("auxiliary.pt");
        // When
        assertThatThrownBy(() -> classifiers.load(auxiliary, PREPROCESSING, SyntheticImages.CLASSES))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("the network does not answer with tensors; "
                        + "one with auxiliary outputs must be scripted without");
    }

    @Test
    void aRateForWhatTheNetworkDoesNotHaveIsRefused() {
        // Given
        Solver solver = solver("classifier.weight");
        // When
        assertThatThrownBy(() -> loadForTraining(SmallNetwork.file(), solver))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessageStartingWith("network.pt has no parameter classifier.weight, for which there is a learning"
                        + " rate; it has [bn1.bias, bn1.weight, conv1.weight, fc.bias, fc.weight, layer1.");
    }

    @Test
    void aTracedNetworkIsNotTrained() {
        // Given
        Path traced = SmallNetwork.torchScript("traced.pt");
        Solver solver = solver("fc.weight");
        // When
        assertThatThrownBy(() -> loadForTraining(traced, solver))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("traced.pt was traced: its batch normalisation or dropout does not change between training"
                        + " and evaluation; script the network with torch.jit.script instead of torch.jit.trace");
    }

    @Test
    void aNetworkFrozenForInferenceIsNotTrained() {
        // Given
        Path frozen = SmallNetwork.torchScript("frozen.pt");
        Solver solver = solver("fc.weight");
        // When
        assertThatThrownBy(() -> loadForTraining(frozen, solver))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("frozen.pt has no parameters, it was frozen for inference; script the network with"
                        + " torch.jit.script and save that, without torch.jit.freeze");
    }

    @Test
    void aFileThatIsNotThereIsNotTrained() {
        // Given
        Path missing = folder.resolve("model.pt");
        // When
        assertThatThrownBy(() -> loadForTraining(missing, solver("fc.weight")))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("there is no readable file %s", missing);
    }

    private static Solver solver(String parameter) {
        return new Solver(SmallNetwork.SGD, false, new TreeMap<>(Map.of(parameter, 0.1)), GradientClip.NONE, 0);
    }

    private TrainableClassifier loadForTraining(Path file, Solver solver) {
        return classifiers.loadForTraining(file, PREPROCESSING, SyntheticImages.CLASSES, solver);
    }
}

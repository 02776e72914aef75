package io.hone.vision.archive;

import static io.hone.vision.archive.TestArchive.FIXTURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightLayingTest {

    private static final Path RESIDUAL = FIXTURES.resolve("residual.pt");
    private static final Path ODD = FIXTURES.resolve("odd.pt");

    @TempDir
    Path folder;

    private Path weights;
    private Path laid;

    @BeforeEach
    void nameTheFiles() {
        weights = folder.resolve("weights.safetensors");
        laid = folder.resolve("laid.pt");
    }

    @Test
    void whatMatchesByNameAndShapeIsTakenAndTheRestStays() throws IOException {
        // Given weights with a bias, a head for other classes, and one more tensor
        new TestSafetensors()
                .floats("bn1.bias", List.of(4L), 1, 2, 3, 4)
                .floats("fc.bias", List.of(2L), 5, 6)
                .floats("aux.bias", List.of(1L), 7)
                .write(weights);
        // When
        LayingReport report = WeightLaying.lay(RESIDUAL, weights, laid);
        // Then
        assertThat(report.taken()).containsExactly("bn1.bias");
        assertThat(report.anew())
                .hasSize(TorchScriptArchive.read(RESIDUAL).tensors().size() - 1)
                .startsWith("conv1.weight: absent from the weights")
                .endsWith("fc.bias: shape [10], the weights have [2]");
        assertThat(report.unused()).containsExactly("fc.bias", "aux.bias");
        assertThat(TestEntries.differing(RESIDUAL, laid))
                .singleElement()
                .asString()
                .startsWith("data/");
        assertThat(TorchScriptArchive.read(laid).floats("bn1.bias")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aTrainedFileLaidIntoItsBaseIsTakenWhole() throws IOException {
        // Given a file that the engine wrote, with other keys and without row order
        Path trained = folder.resolve("trained.pt");
        try (Libtorch network = new Libtorch(RESIDUAL)) {
            network.train(2).save(trained);
        }
        // When
        LayingReport report = WeightLaying.lay(RESIDUAL, trained, laid);
        // Then
        assertThat(report.anew()).isEmpty();
        assertThat(report.unused()).isEmpty();
        TorchScriptArchive after = TorchScriptArchive.read(laid);
        for (TensorInfo tensor : after.tensors()) {
            if (tensor.type().isFloatingPoint()) {
                assertThat(after.floats(tensor.name()))
                        .isEqualTo(TorchScriptArchive.read(trained).floats(tensor.name()));
            }
        }
        assertThat(TestEntries.differing(RESIDUAL, laid)).allMatch(entry -> entry.startsWith("data/"));
        assertThat(Libtorch.logits(laid)).isEqualTo(Libtorch.logits(trained));
    }

    @Test
    void layingAFileIntoItselfChangesNothing() {
        for (Path file : List.of(RESIDUAL, ODD, FIXTURES.resolve("traced.pt"))) {
            // When
            LayingReport report = WeightLaying.lay(file, file, laid);
            // Then
            assertThat(report.anew()).isEmpty();
            assertThat(TestEntries.differing(file, laid)).isEmpty();
        }
    }

    @Test
    void numbersOfOtherWidthAreConverted() throws IOException {
        // Given 1.5 and -2 as half-precision numbers for double-precision and bfloat16 places
        byte[] halves = {0x00, 0x3e, 0x00, (byte) 0xc0};
        new TestSafetensors()
                .add("b0", "F16", List.of(2L), halves)
                .add("b3", "F16", List.of(2L), halves)
                .write(weights);
        // When
        LayingReport report = WeightLaying.lay(ODD, weights, laid);
        // Then
        assertThat(report.taken()).containsExactly("b0", "b3");
        assertThat(TorchScriptArchive.read(laid).floats("b0")).containsExactly(1.5f, -2);
        assertThat(TorchScriptArchive.read(laid).floats("b3")).containsExactly(1.5f, -2);
    }

    @Test
    void wholeNumbersAreNeverConverted() throws IOException {
        // Given
        new TestSafetensors().add("b4", "I32", List.of(2L), new byte[8]).write(weights);
        // When
        LayingReport report = WeightLaying.lay(ODD, weights, laid);
        // Then
        assertThat(report.anew()).contains("b4: type INT64, the weights have INT32");
    }

    @Test
    void aViewIsFilledWhereItLiesAndNothingAroundIt() throws IOException {
        // Given a tensor of 2 × 2 that is the last two columns of 2 × 3, turned around
        float[] before = TorchScriptArchive.read(ODD).floats("view");
        new TestSafetensors().floats("view", List.of(2L, 2L), 10, 20, 30, 40).write(weights);
        // When
        WeightLaying.lay(ODD, weights, laid);
        // Then
        assertThat(before).containsExactly(1, 4, 2, 5);
        assertThat(TorchScriptArchive.read(laid).floats("view")).containsExactly(10, 20, 30, 40);
        String storage = TorchScriptArchive.read(ODD).tensors().stream()
                .filter(tensor -> tensor.name().equals("view"))
                .findFirst()
                .orElseThrow()
                .storage();
        assertThat(floats(TestEntries.of(laid), "data/" + storage)).containsExactly(0f, 10f, 30f, 3f, 20f, 40f);
    }

    @Test
    void aLayerInTwoPlacesIsGivenUnderEitherName() throws IOException {
        // Given
        new TestSafetensors().floats("again.bias", List.of(3L), 1, 2, 3).write(weights);
        // When
        LayingReport report = WeightLaying.lay(ODD, weights, laid);
        // Then
        assertThat(report.taken()).containsExactly("again.bias");
        assertThat(TorchScriptArchive.read(laid).floats("first.bias")).containsExactly(1, 2, 3);
    }

    @Test
    void aStateDictionaryOfTorchSaveIsRefusedWithAWayOut() {
        for (String file : List.of("state-dictionary.pt", "before-1.6.pt", "pickled-module.pt")) {
            assertThatExceptionOfType(NotWeightsException.class)
                    .isThrownBy(() -> WeightLaying.lay(RESIDUAL, FIXTURES.resolve(file), laid))
                    .withMessageStartingWith(file + " was saved with torch.save")
                    .withMessageContaining("safetensors.torch.save_file")
                    .withMessageContaining("torch.jit.save");
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        // Given
        Path text = Files.writeString(folder.resolve("weights.txt"), "some text, longer than a header");
        Path empty = Files.createFile(folder.resolve("empty"));
        // Then
        assertThatExceptionOfType(NotWeightsException.class)
                .isThrownBy(() -> WeightLaying.lay(RESIDUAL, text, laid))
                .withMessageStartingWith("weights.txt: is neither TorchScript nor safetensors");
        assertThatExceptionOfType(NotWeightsException.class)
                .isThrownBy(() -> WeightLaying.lay(RESIDUAL, empty, laid))
                .withMessageStartingWith("empty: is neither");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> WeightLaying.lay(RESIDUAL, folder.resolve("none"), laid))
                .withMessageContaining("no such file");
        assertThatExceptionOfType(NotTorchScriptException.class)
                .isThrownBy(() -> WeightLaying.lay(text, RESIDUAL, laid));
    }

    private static float[] floats(Map<String, byte[]> entries, String name) {
        byte[] bytes = entries.get(name);
        FloatArraySink sink = new FloatArraySink(TensorType.FLOAT32, bytes.length / Float.BYTES);
        try {
            sink.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink.values();
    }
}

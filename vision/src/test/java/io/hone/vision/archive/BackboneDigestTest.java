package io.hone.vision.archive;

import static io.hone.vision.archive.TestArchive.FIXTURES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackboneDigestTest {

    private static final Path RESIDUAL = FIXTURES.resolve("residual.pt");

    @TempDir
    Path folder;

    private Path other;

    @BeforeEach
    void nameTheOther() {
        other = folder.resolve("other.pt");
    }

    @Test
    void theHeadDoesNotCount() {
        // Given
        String digest = digest(RESIDUAL);
        Head head = TorchScriptArchive.read(RESIDUAL).head();
        // Then
        HeadSurgery.grow(RESIDUAL, other, head, 300, 1);
        assertThat(digest(other)).isEqualTo(digest);
        HeadSurgery.replace(RESIDUAL, other, head, 10, 1);
        assertThat(digest(other)).isEqualTo(digest);
        HeadSurgery.identity(RESIDUAL, other, head);
        assertThat(digest(other)).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"residual.pt", "sequenced.pt", "odd.pt", "traced.pt"})
    void whoWroteTheFileDoesNotCount(String fixture) throws IOException {
        // Given a file of PyTorch 1.13, written anew by libtorch 2.7
        try (Libtorch network = new Libtorch(FIXTURES.resolve(fixture))) {
            network.save(other);
        }
        // Then
        assertThat(digest(other)).isEqualTo(digest(FIXTURES.resolve(fixture)));
    }

    @Test
    void everyTensorOfTheBackboneCounts() throws IOException {
        // Given
        for (String tensor : List.of("conv1.weight", "bn1.running_mean", "layer2.0.shortcut.1.bias")) {
            TensorInfo info = TorchScriptArchive.read(RESIDUAL).tensors().stream()
                    .filter(each -> each.name().equals(tensor))
                    .findFirst()
                    .orElseThrow();
            // When
            float[] before = TorchScriptArchive.read(RESIDUAL).floats(tensor);
            before[0] = Math.nextUp(before[0]);
            Path weights =
                    new TestSafetensors().floats(tensor, info.shape(), before).write(folder.resolve("weights"));
            WeightLaying.lay(RESIDUAL, weights, other);
            // Then
            assertThat(digest(other)).as(tensor).isNotEqualTo(digest(RESIDUAL));
        }
    }

    @Test
    void codeAndAttributesCount() throws IOException {
        // Given
        String top = "residual/code/__torch__.py";
        TestArchive archive = TestArchive.like("residual.pt");
        String code = new String(archive.entry(top), UTF_8);
        // When
        Path file =
                archive.with(top, code.replace("relu", "tanh").getBytes(UTF_8)).write(folder);
        // Then
        assertThat(code).contains("relu");
        assertThat(digest(file)).isNotEqualTo(digest(RESIDUAL));
    }

    private static String digest(Path file) {
        TorchScriptArchive archive = TorchScriptArchive.read(file);
        return archive.backboneDigest(archive.head());
    }
}

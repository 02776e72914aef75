package io.hone.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TorchScriptArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallResNetTest {

    private static final SmallResNet NETWORK = new SmallResNet(Path.of("..", "samples", "base", "model.pt"));

    @TempDir
    private Path folder;

    private Path fresh;

    @BeforeEach
    void begin() {
        fresh = folder.resolve("fresh.pt");
        NETWORK.fresh(5, fresh, 1);
    }

    @Test
    void weightsAreUniformBetweenPlusAndMinusOneByTheRootOfTheFanIn() {
        // When: 64 input channels times 3 × 3
        float[] weights = TorchScriptArchive.read(fresh).floats("stages.1.second.0.weight");

        // Then: the standard deviation of a uniform distribution is its bound by √3
        assertUniform(weights, 1 / Math.sqrt(64 * 9));
    }

    @Test
    void theHeadHasTheWantedClassesAndItsBiasTheBoundOfItsWeights() {
        // When
        TorchScriptArchive archive = TorchScriptArchive.read(fresh);

        // Then
        assertThat(archive.head().classes()).isEqualTo(5);
        assertUniform(archive.floats("fc.weight"), 1 / Math.sqrt(128));
        assertThat(archive.floats("fc.bias")).hasSize(5).doesNotContain(0f);
        for (float bias : archive.floats("fc.bias")) {
            assertThat(Math.abs(bias)).isLessThanOrEqualTo((float) (1 / Math.sqrt(128)));
        }
    }

    @Test
    void normalisationBeginsWithNothingLearntAndNothingSeen() {
        // When
        TorchScriptArchive archive = TorchScriptArchive.read(fresh);

        // Then
        assertThat(archive.floats("stem.1.weight")).containsOnly(1);
        assertThat(archive.floats("stem.1.bias")).containsOnly(0);
        assertThat(archive.floats("stem.1.running_mean")).containsOnly(0);
        assertThat(archive.floats("stem.1.running_var")).containsOnly(1);
    }

    @Test
    void nothingOfTheArchitecturesOwnNumbersIsLeft() {
        // When
        TorchScriptArchive trained = TorchScriptArchive.read(NETWORK.architecture());
        TorchScriptArchive begun = TorchScriptArchive.read(fresh);

        // Then
        for (TensorInfo tensor : begun.tensors()) {
            if (tensor.type().isFloatingPoint() && !tensor.name().startsWith("fc.")) {
                assertThat(begun.floats(tensor.name())).as(tensor.name()).isNotEqualTo(trained.floats(tensor.name()));
            }
        }
        assertThat(begun.tensors())
                .extracting(TensorInfo::name)
                .containsExactlyElementsOf(
                        trained.tensors().stream().map(TensorInfo::name).toList());
    }

    @Test
    void theSeedDecides() throws IOException {
        // When
        NETWORK.fresh(5, folder.resolve("same.pt"), 1);
        NETWORK.fresh(5, folder.resolve("other.pt"), 2);

        // Then
        assertThat(Files.mismatch(fresh, folder.resolve("same.pt"))).isEqualTo(-1);
        assertThat(TorchScriptArchive.read(folder.resolve("other.pt")).floats("fc.weight"))
                .isNotEqualTo(TorchScriptArchive.read(fresh).floats("fc.weight"));
    }

    private static void assertUniform(float[] numbers, double bound) {
        double squares = 0;
        double sum = 0;
        for (float number : numbers) {
            assertThat(Math.abs(number)).isLessThanOrEqualTo((float) bound);
            squares += number * (double) number;
            sum += number;
        }
        assertThat(sum / numbers.length).isBetween(-bound / 10, bound / 10);
        double deviation = Math.sqrt(squares / numbers.length);
        assertThat(deviation / bound * Math.sqrt(3)).isBetween(0.95, 1.05);
    }
}

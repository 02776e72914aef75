package io.hone.bench.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.bench.GeneratedCifar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {

    private static final int PLANE = 32 * 32;
    private static final int ROW = 1 + 3 * PLANE;

    @TempDir
    private Path folder;

    @Test
    void aRowIsTheClassThenThreePlanesOfColour() throws IOException {
        // Given: the second of two images is a ship, all red 10, green 20, blue 30, but for the first pixel's green
        byte[] rows = new byte[2 * ROW];
        rows[ROW] = 8;
        for (int channel = 0; channel < 3; channel++) {
            int plane = ROW + 1 + channel * PLANE;
            Arrays.fill(rows, plane, plane + PLANE, (byte) (10 * (channel + 1)));
        }
        rows[ROW + 1 + PLANE] = (byte) 200;
        Files.write(folder.resolve("test_batch.bin"), rows);

        // When
        Examples test = Cifar.in(folder).test();

        // Then
        assertThat(test.list()).extracting(Example::label).containsExactly("airplane", "ship");
        byte[] rgb = test.list().get(1).pixels().rgb();
        assertThat(Arrays.copyOf(rgb, 6)).containsExactly(10, 200, 30, 10, 20, 30);
        assertThat(Arrays.copyOfRange(rgb, rgb.length - 3, rgb.length)).containsExactly(10, 20, 30);
    }

    @Test
    void theFolderMayBeTheOneAboveTheUnpackedOne() throws IOException {
        // Given
        GeneratedCifar.write(folder.resolve("cifar-10-batches-bin"), 20);

        // When
        Examples training = Cifar.in(folder).training(1, 5);

        // Then
        assertThat(training.size()).isEqualTo(100);
        assertThat(training.firstOfEach(Cifar.CLASSES.labels(), 3).list())
                .hasSize(30)
                .extracting(Example::label)
                .startsWith("airplane", "airplane", "airplane", "automobile");
    }

    @Test
    void aFolderWithoutImagesIsNamedWithWhatIsMissing() {
        // When
        assertThatThrownBy(() -> Cifar.in(folder))
                // Then
                .isInstanceOf(NoCifarException.class)
                .hasMessageContaining("test_batch.bin")
                .hasMessageContaining("test_batch.png")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aFileThatBreaksOffIsRefused() throws IOException {
        // Given
        Files.write(folder.resolve("test_batch.bin"), new byte[ROW + 100]);
        Cifar cifar = Cifar.in(folder);

        // When
        assertThatThrownBy(cifar::test)
                // Then
                .isInstanceOf(NoCifarException.class)
                .hasMessageContaining("has 3173 bytes, must be a multiple of 3073");
    }

    @Test
    void imagesOfAnotherSetAreRefused() throws IOException {
        // Given: CIFAR-100 has two class ids in each row, the second of them up to 99
        byte[] row = new byte[ROW];
        row[0] = 19;
        Files.write(folder.resolve("test_batch.bin"), row);
        Cifar cifar = Cifar.in(folder);

        // When
        assertThatThrownBy(cifar::test)
                // Then
                .isInstanceOf(NoCifarException.class)
                .hasMessageContaining("class 19, must be 0 to 9");
    }
}

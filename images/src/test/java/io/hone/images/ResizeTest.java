package io.hone.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResizeTest {

    @Test
    void sameSizeIsTheSameImage() {
        // Given
        Pixels pixels = row(0, 50, 100);

        // When
        Pixels resized = Resize.bilinear(pixels, 3, 1);

        // Then
        assertThat(resized).isSameAs(pixels);
    }

    /** {@code torch.nn.functional.interpolate(tensor([[[0., 100.]]]), 4, mode="linear")} is 0, 25, 75, 100. */
    @Test
    void growsAsTorchDoes() {
        // When
        Pixels resized = Resize.bilinear(row(0, 100), 4, 1);

        // Then
        assertThat(reds(resized)).containsExactly(0, 25, 75, 100);
    }

    /** {@code interpolate(tensor([[[[0., 10, 255, 255, 40, 0]]]]), (1, 2), mode="bilinear", antialias=True)}. */
    @Test
    void shrinksWithSmoothingAsTorchDoes() {
        // Given
        Pixels pixels = row(0, 10, 255, 255, 40, 0);

        // When
        Pixels resized = Resize.bilinear(pixels, 2, 1);

        // Then
        assertThat(reds(resized)).containsExactly(99, 110);
    }

    @Test
    void mixesFourNeighbours() {
        // Given
        Pixels pixels = new Pixels(2, 2, new byte[] {0, 0, 0, 100, 0, 0, (byte) 200, 0, 0, (byte) 255, 0, 0});

        // When its one pixel lies in the middle of all four
        Pixels resized = Resize.bilinear(pixels, 1, 1);

        // Then (0 + 100 + 200 + 255) / 4 = 138.75, cut off
        assertThat(reds(resized)).containsExactly(138);
    }

    @Test
    void aPlainAreaStaysAsItIs() {
        // Given
        int[] white = new int[97];
        Arrays.fill(white, 255);

        // When
        Pixels resized = Resize.bilinear(row(white), 31, 1);

        // Then
        assertThat(reds(resized)).containsOnly(255);
    }

    @Test
    void channelsStayApart() {
        // Given
        Pixels pixels = new Pixels(1, 2, new byte[] {10, 20, 30, 50, 60, 70});

        // When
        Pixels resized = Resize.bilinear(pixels, 1, 4);

        // Then
        assertThat(resized.rgb()).containsExactly(10, 20, 30, 20, 30, 40, 40, 50, 60, 50, 60, 70);
    }

    private static Pixels row(int... reds) {
        byte[] rgb = new byte[3 * reds.length];
        for (int x = 0; x < reds.length; x++) {
            rgb[3 * x] = (byte) reds[x];
        }
        return new Pixels(reds.length, 1, rgb);
    }

    private static int[] reds(Pixels pixels) {
        int[] reds = new int[pixels.width() * pixels.height()];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = Byte.toUnsignedInt(pixels.rgb()[3 * i]);
        }
        return reds;
    }
}

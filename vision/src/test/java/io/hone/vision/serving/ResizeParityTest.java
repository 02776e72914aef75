package io.hone.vision.serving;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.util.NDImageUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.hone.images.Pixels;
import io.hone.images.Resize;
import io.hone.vision.classifier.Classifiers;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version sees the same image in training, evaluation and DJL Serving, whatever size it came in. */
class ResizeParityTest {

    @ParameterizedTest
    @CsvSource({"75, 50", "64, 64", "20, 33", "333, 500", "33, 31"})
    void imagesAreStretchedAsDjlServingStretchesThem(int width, int height) {
        // Given
        byte[] rgb = new byte[Pixels.CHANNELS * width * height];
        new Random(1).nextBytes(rgb);
        assertThat(Classifiers.engineVersion()).startsWith("PyTorch");

        // When
        byte[] ours = Resize.bilinear(new Pixels(width, height, rgb), 32, 32).rgb();

        // Then: both cut off to whole values, and sums that differ in the last bit may fall on either side of one
        byte[] theirs = resizedByDjl(rgb, width, height);
        int different = 0;
        for (int i = 0; i < ours.length; i++) {
            int difference = Math.abs(Byte.toUnsignedInt(ours[i]) - Byte.toUnsignedInt(theirs[i]));
            assertThat(difference).as("value %d", i).isLessThanOrEqualTo(1);
            different += difference;
        }
        assertThat(different).isLessThan(ours.length / 100);
    }

    private static byte[] resizedByDjl(byte[] rgb, int width, int height) {
        try (NDManager memory = NDManager.newBaseManager()) {
            NDArray image = memory.create(ByteBuffer.wrap(rgb), new Shape(height, width, 3), DataType.UINT8);
            NDArray resized = NDImageUtils.resize(image, 32, 32, Image.Interpolation.BILINEAR);
            return resized.toType(DataType.UINT8, false).toByteArray();
        }
    }
}

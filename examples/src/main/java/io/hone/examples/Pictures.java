package io.hone.examples;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Images that anybody may send: a file of some kilobytes can hold a picture of gigabytes. */
final class Pictures {

    static final int MOST_BYTES = 16 << 20;
    static final long MOST_PIXELS = 25_000_000;

    private Pictures() {}

    /**
     * @throws TooLargeException if it has more bytes or pixels than allowed; it is not decoded then
     * @throws IOException if it is no image
     */
    static Image decoded(InputStream in) throws IOException {
        byte[] bytes = Limits.atMost(MOST_BYTES, in).readAllBytes();
        requireFewPixels(bytes);
        return ImageFactory.getInstance().fromInputStream(new ByteArrayInputStream(bytes));
    }

    private static void requireFewPixels(byte[] bytes) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("its format is unknown");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new TooLargeException("%d pixels, at most %d are taken".formatted(pixels, MOST_PIXELS));
                }
            } finally {
                reader.dispose();
            }
        }
    }
}

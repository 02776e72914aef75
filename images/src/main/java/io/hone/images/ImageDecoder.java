package io.hone.images;

import io.hone.images.UnreadableImageException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * Turns untrusted bytes into pixels, cheapest check first: byte size, type by content, width × height as declared, and
 * only then the pixels themselves. Safe to share between threads.
 *
 * <p>Colours are the samples as they stand in the file, as torchvision and DJL take them: an embedded colour profile is
 * ignored, transparency shows black, 16-bit samples keep their upper 8 bits, grey becomes equal red, green and blue. A
 * note on the camera's orientation (EXIF) is not applied.
 */
public final class ImageDecoder {

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    private interface Step<T> {
        T apply(ImageReader reader) throws IOException;
    }

    /**
     * Type, width and height; reads no pixels.
     *
     * @throws UnreadableImageException if the bytes are no image within the limits
     */
    public ImageHeader inspect(byte[] encoded) throws UnreadableImageException {
        ImageType type = typeOf(encoded);
        ImageHeader header =
                attempt(type, encoded, reader -> new ImageHeader(type, reader.getWidth(0), reader.getHeight(0)));
        if (header.width() < 1 || header.height() < 1) {
            throw broken(type, "it is %d × %d pixels".formatted(header.width(), header.height()), null);
        }
        if (header.pixels() > limits.maxPixels()) {
            throw UnreadableImageException.tooMany(
                    Reason.TOO_MANY_PIXELS, "pixels", header.pixels(), limits.maxPixels());
        }
        return header;
    }

    /**
     * All pixels of the image, of the first one where there are several.
     *
     * @throws UnreadableImageException if the bytes are no image within the limits, or cannot be read to the end
     */
    public Pixels decode(byte[] encoded) throws UnreadableImageException {
        ImageHeader header = inspect(encoded);
        return attempt(header.type(), encoded, reader -> decode(reader, header));
    }

    private static Pixels decode(ImageReader reader, ImageHeader header) throws IOException {
        Truncation truncation = new Truncation();
        reader.addIIOReadWarningListener(truncation);
        BufferedImage image = reader.read(0);
        truncation.check();
        if (image.getWidth() != header.width() || image.getHeight() != header.height()) {
            throw new IOException("it declares %d × %d pixels, but holds %d × %d"
                    .formatted(header.width(), header.height(), image.getWidth(), image.getHeight()));
        }
        return Rgb.of(image);
    }

    public ImageLimits limits() {
        return limits;
    }

    /**
     * For who knows how many bytes will come before they have come.
     *
     * @throws UnreadableImageException if {@code bytes} are more than allowed
     */
    public void requireSize(long bytes) throws UnreadableImageException {
        if (bytes > limits.maxBytes()) {
            throw UnreadableImageException.tooMany(Reason.TOO_MANY_BYTES, "bytes", bytes, limits.maxBytes());
        }
    }

    private ImageType typeOf(byte[] encoded) throws UnreadableImageException {
        if (encoded.length == 0) {
            throw UnreadableImageException.because(Reason.EMPTY, "image has 0 bytes");
        }
        requireSize(encoded.length);
        return ImageType.of(encoded)
                .orElseThrow(() -> UnreadableImageException.because(
                        Reason.UNKNOWN_TYPE,
                        "image begins like none of the types that are accepted: " + ImageType.names()));
    }

    /** Decoders fail on hostile bytes with whatever they like; all of it means the same. */
    private static <T> T attempt(ImageType type, byte[] encoded, Step<T> step) throws UnreadableImageException {
        ImageReader reader = null;
        try {
            reader = Readers.open(type, encoded);
            return step.apply(reader);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw broken(type, e.getMessage(), e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    private static UnreadableImageException broken(ImageType type, String why, Throwable cause) {
        return UnreadableImageException.because(
                Reason.BROKEN, "image cannot be decoded as %s: %s".formatted(type, why), cause);
    }
}

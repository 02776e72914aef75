package io.hone.images;

import io.hone.images.UnreadableImageException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Turns untrusted bytes into pixels, cheapest check first: byte size, type by content, width × height as declared, and
 * only then the pixels themselves. Safe to share between threads.
 *
 * <p>The same bytes give the same pixels wherever Hone reads them: the samples as they stand in the file, as torchvision
 * and PIL take them. An embedded colour profile is ignored, transparency shows black, 16-bit samples keep their upper 8
 * bits, grey becomes equal red, green and blue, printing inks the colours that {@link Inks} says. The image is turned
 * upright as the camera's note on it (EXIF orientation) says, in JPEG, PNG and WebP. Of an animation the first frame is
 * the image.
 */
public final class ImageDecoder {

    /** Of so many rows, and columns, one is kept when only few pixels are. */
    private static final int KEPT_OF = 8;

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /** An image within the limits, whose pixels have not been read. */
    private record Opened(ImageHeader header, Essence essence) {}

    private interface Step<T> {
        T apply(ImageReader reader) throws IOException;
    }

    /**
     * Type, width and height; reads no pixels.
     *
     * @throws UnreadableImageException if the bytes are no image within the limits
     */
    public ImageHeader inspect(byte[] encoded) throws UnreadableImageException {
        return open(encoded, new Deadline(limits.maxTime())).header();
    }

    /**
     * All pixels of the image, upright; of the first one where there are several.
     *
     * @throws UnreadableImageException if the bytes are no image within the limits, or cannot be read to the end
     */
    public Pixels decode(byte[] encoded) throws UnreadableImageException {
        Deadline deadline = new Deadline(limits.maxTime());
        return decode(open(encoded, deadline), deadline);
    }

    /**
     * Whether {@link #decode} would give pixels, in less time and memory: the decoder goes through all of a JPEG, and
     * leaves most of its pixels out.
     *
     * @throws UnreadableImageException if the bytes are no image within the limits, or cannot be read to the end
     */
    public void verify(byte[] encoded) throws UnreadableImageException {
        Deadline deadline = new Deadline(limits.maxTime());
        Opened opened = open(encoded, deadline);
        if (opened.header().type() == ImageType.JPEG) {
            Essence essence = opened.essence();
            attempt(ImageType.JPEG, essence, deadline, reader -> pixels(reader, essence, few(reader)));
        } else {
            decode(opened, deadline);
        }
    }

    private static ImageReadParam few(ImageReader reader) {
        ImageReadParam few = reader.getDefaultReadParam();
        few.setSourceSubsampling(KEPT_OF, KEPT_OF, 0, 0);
        return few;
    }

    private Pixels decode(Opened opened, Deadline deadline) throws UnreadableImageException {
        Essence essence = opened.essence();
        Pixels pixels = attempt(opened.header().type(), essence, deadline, reader -> pixels(reader, essence, null));
        Pixels upright = essence.orientation().upright(pixels);
        if (upright.width() != opened.header().width()
                || upright.height() != opened.header().height()) {
            throw broken(
                    opened.header().type(),
                    "it declares %d × %d pixels, but holds %d × %d"
                            .formatted(
                                    opened.header().width(),
                                    opened.header().height(),
                                    upright.width(),
                                    upright.height()),
                    null);
        }
        return upright;
    }

    /** @param which null for all */
    private static Pixels pixels(ImageReader reader, Essence essence, ImageReadParam which) throws IOException {
        Truncation truncation = new Truncation();
        reader.addIIOReadWarningListener(truncation);
        Pixels pixels;
        if (essence.inks().isPresent()) {
            pixels = essence.inks().get().pixels(reader.readRaster(0, which));
        } else {
            BufferedImage image = reader.read(0, which);
            pixels = Rgb.of(image);
        }
        truncation.check();
        return pixels;
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

    private Opened open(byte[] encoded, Deadline deadline) throws UnreadableImageException {
        ImageType type = typeOf(encoded);
        Essence essence = essence(type, encoded);
        ImageHeader header = attempt(type, essence, deadline, reader -> header(type, reader, essence, encoded.length));
        if (header.width() < 1 || header.height() < 1) {
            throw broken(type, "it is %d × %d pixels".formatted(header.width(), header.height()), null);
        }
        if (header.pixels() > limits.maxPixels()) {
            throw UnreadableImageException.tooMany(
                    Reason.TOO_MANY_PIXELS, "pixels", header.pixels(), limits.maxPixels());
        }
        int maxPasses = limits.maxPasses(header.pixels());
        if (essence.passes() > maxPasses) {
            throw UnreadableImageException.tooMany(Reason.TOO_MANY_PASSES, "scans", essence.passes(), maxPasses);
        }
        return new Opened(header, essence);
    }

    private static ImageHeader header(ImageType type, ImageReader reader, Essence essence, int bytes)
            throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean swapped = essence.orientation().swapsSides();
        return new ImageHeader(
                type, swapped ? height : width, swapped ? width : height, type.memory((long) width * height, bytes));
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

    private static Essence essence(ImageType type, byte[] encoded) throws UnreadableImageException {
        try {
            return Essence.of(type, encoded);
        } catch (IOException | RuntimeException e) {
            throw broken(type, e.getMessage(), e);
        }
    }

    /** Decoders fail on hostile bytes with whatever they like; all of it means the same. */
    private <T> T attempt(ImageType type, Essence essence, Deadline deadline, Step<T> step)
            throws UnreadableImageException {
        ImageReader reader = null;
        try {
            reader = Readers.open(type, essence.encoded(), deadline);
            return step.apply(reader);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            if (deadline.hasPassed()) {
                throw UnreadableImageException.tooSlow(
                        deadline.taken().toMillis(),
                        limits.maxTime().orElseThrow().toMillis());
            }
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

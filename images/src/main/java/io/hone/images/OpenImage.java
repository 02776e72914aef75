package io.hone.images;

import io.hone.images.UnreadableImageException.Reason;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * An image within the limits, whose header has been read and whose pixels have not. Its time runs. For one thread, and for
 * one look at the pixels.
 */
public final class OpenImage implements AutoCloseable {

    /** Of so many rows, and columns, one is kept when only few pixels are. */
    private static final int KEPT_OF = 8;

    private final ImageType type;
    private final Essence essence;
    private final ImageLimits limits;
    private final Deadline deadline;
    private final ImageReader reader;
    private final ImageHeader header;

    private interface Step<T> {
        T take() throws IOException;
    }

    /** @throws UnreadableImageException if it is not within the limits, or its header cannot be read */
    OpenImage(ImageType type, byte[] encoded, ImageLimits limits) throws UnreadableImageException {
        this.type = type;
        this.limits = limits;
        this.deadline = new Deadline(limits.maxTime());
        this.essence = attempt(() -> Essence.of(type, encoded));
        this.reader = attempt(() -> Readers.open(type, essence.encoded(), deadline));
        try {
            this.header = attempt(() -> readHeader(encoded.length));
            requireWithinLimits();
        } catch (UnreadableImageException e) {
            close();
            throw e;
        }
    }

    private ImageHeader readHeader(int bytes) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean swapped = essence.orientation().swapsSides();
        return new ImageHeader(
                type, swapped ? height : width, swapped ? width : height, type.memory((long) width * height, bytes));
    }

    private void requireWithinLimits() throws UnreadableImageException {
        if (header.width() < 1 || header.height() < 1) {
            throw broken("it is %d × %d pixels".formatted(header.width(), header.height()), null);
        }
        if (header.pixels() > limits.maxPixels()) {
            throw UnreadableImageException.tooMany(
                    Reason.TOO_MANY_PIXELS, "pixels", header.pixels(), limits.maxPixels());
        }
        int maxPasses = limits.maxPasses(header.pixels());
        if (essence.passes() > maxPasses) {
            throw UnreadableImageException.tooMany(Reason.TOO_MANY_PASSES, "scans", essence.passes(), maxPasses);
        }
    }

    public ImageHeader header() {
        return header;
    }

    /**
     * All pixels, upright; of the first image where there are several.
     *
     * @throws UnreadableImageException if they cannot be read to the end
     */
    public Pixels pixels() throws UnreadableImageException {
        Pixels read = readToTheEnd(() -> essence.inks().isPresent()
                ? essence.inks().get().pixels(reader.readRaster(0, null))
                : Rgb.of(reader.read(0)));
        Pixels upright = essence.orientation().upright(read);
        if (upright.width() != header.width() || upright.height() != header.height()) {
            throw broken(
                    "it declares %d × %d pixels, but holds %d × %d"
                            .formatted(header.width(), header.height(), upright.width(), upright.height()),
                    null);
        }
        return upright;
    }

    /**
     * Whether {@link #pixels} would give them, in less time and memory: the decoder goes through all of a JPEG, and leaves
     * most of its pixels out.
     *
     * @throws UnreadableImageException if they cannot be read to the end
     */
    public void verify() throws UnreadableImageException {
        if (type == ImageType.JPEG) {
            ImageReadParam few = reader.getDefaultReadParam();
            few.setSourceSubsampling(KEPT_OF, KEPT_OF, 0, 0);
            readToTheEnd(() -> essence.inks().isPresent() ? reader.readRaster(0, few) : reader.read(0, few));
        } else {
            pixels();
        }
    }

    private <T> T readToTheEnd(Step<T> reading) throws UnreadableImageException {
        return attempt(() -> {
            Truncation truncation = new Truncation();
            reader.addIIOReadWarningListener(truncation);
            T read = reading.take();
            truncation.check();
            return read;
        });
    }

    /** Decoders fail on hostile bytes with whatever they like; all of it means the same. */
    private <T> T attempt(Step<T> step) throws UnreadableImageException {
        try {
            return step.take();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            if (deadline.hasPassed()) {
                throw UnreadableImageException.tooSlow(
                        deadline.taken().toMillis(),
                        limits.maxTime().orElseThrow().toMillis());
            }
            throw broken(e.getMessage(), e);
        }
    }

    private UnreadableImageException broken(String why, Throwable cause) {
        return UnreadableImageException.because(
                Reason.BROKEN, "image cannot be decoded as %s: %s".formatted(type, why), cause);
    }

    @Override
    public void close() {
        reader.dispose();
    }
}

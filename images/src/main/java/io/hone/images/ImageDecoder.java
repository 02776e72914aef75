package io.hone.images;

import io.hone.images.UnreadableImageException.Reason;

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

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads type, width and height, and no pixels.
     *
     * @throws UnreadableImageException if the bytes are no image within the limits
     */
    public OpenImage open(byte[] encoded) throws UnreadableImageException {
        return new OpenImage(typeOf(encoded), encoded, limits);
    }

    /**
     * All pixels of the image, upright; of the first one where there are several.
     *
     * @throws UnreadableImageException if the bytes are no image within the limits, or cannot be read to the end
     */
    public Pixels decode(byte[] encoded) throws UnreadableImageException {
        try (OpenImage image = open(encoded)) {
            return image.pixels();
        }
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
}

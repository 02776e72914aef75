package io.hone.images;

import java.io.IOException;
import java.util.Optional;

/**
 * What of an encoded image its pixels depend on, as an image of its own: the only thing that a decoder is shown. What
 * else files carry (colour profiles, texts, thumbnails, further frames, whatever follows the end) is the larger part of
 * what decoders get wrong, can be made to unpack to any size, and would not change the outcome.
 *
 * @param encoded of the same type as the image
 * @param passes how often the decoder goes over the pixels
 * @param inks how the samples are to be read when they stand for printing inks
 */
record Essence(byte[] encoded, Orientation orientation, int passes, Optional<Inks> inks) {

    static Essence of(byte[] encoded, Orientation orientation) {
        return new Essence(encoded, orientation, 1, Optional.empty());
    }

    /** @throws IOException if the file is not built as its type demands, or of a variety that is not taken */
    static Essence of(ImageType type, byte[] encoded) throws IOException {
        return switch (type) {
            case JPEG -> new Jpeg(encoded).essence();
            case PNG -> Png.essence(encoded);
            case WEBP -> new Webp(encoded).essence();
            case BMP -> Bmp.essence(encoded);
            case GIF -> new Gif(encoded).essence();
        };
    }
}

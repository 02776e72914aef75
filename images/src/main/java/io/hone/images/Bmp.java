package io.hone.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks at a BMP's header for what would have the decoder do something else than decode it: embedded JPEGs and PNGs,
 * whose size the header does not tell, and colour profiles, which may be the names of files.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapv5header">BITMAPV5HEADER</a>
 */
final class Bmp {

    private static final int PIXELS_AT = 10;
    private static final int HEADER_AT = 14;
    private static final int COMPRESSION_AT = 30;
    private static final int JPEG = 4;
    private static final int PNG = 5;
    private static final int COLOUR_SPACE_AT = 70;
    private static final int STANDARD_COLOURS = 0x73524742;
    /** The oldest header without, and the oldest with a colour space. */
    private static final int OLDEST_HEADER = 12;

    private static final int PROFILED_HEADER = 108;

    private Bmp() {}

    static Essence essence(byte[] bmp) throws IOException {
        ByteBuffer fields = ByteBuffer.wrap(bmp.clone()).order(ByteOrder.LITTLE_ENDIAN);
        if (bmp.length < HEADER_AT + OLDEST_HEADER) {
            throw new IOException("its end is missing");
        }
        long pixels = Integer.toUnsignedLong(fields.getInt(PIXELS_AT));
        if (pixels > bmp.length) {
            throw new IOException("its pixels begin at byte %d of %d".formatted(pixels, bmp.length));
        }
        long header = Integer.toUnsignedLong(fields.getInt(HEADER_AT));
        if (header > OLDEST_HEADER && bmp.length > COMPRESSION_AT + 4) {
            int compression = fields.getInt(COMPRESSION_AT);
            if (compression == JPEG || compression == PNG) {
                throw new IOException("it holds a whole image of another type: send that");
            }
        }
        if (header >= PROFILED_HEADER && bmp.length > COLOUR_SPACE_AT + 4) {
            fields.putInt(COLOUR_SPACE_AT, STANDARD_COLOURS);
        }
        return Essence.of(fields.array(), Orientation.UPRIGHT);
    }
}

package io.hone.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes a PNG apart into its chunks and keeps those that pixels depend on. Of an animation (APNG) that is the default
 * image.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5Chunk-layout">PNG, third edition, 5.3</a>
 */
final class Png {

    private static final int SIGNATURE = 8;
    /** Length and type before a chunk's data, and the checksum behind them. */
    private static final int HEAD = 8;

    private static final int FRAME = 12;
    private static final int EXIF = type("eXIf");
    private static final int END = type("IEND");
    private static final Set<Integer> KEPT = Set.of(type("IHDR"), type("PLTE"), type("tRNS"), type("IDAT"), END);

    private Png() {}

    /** A chunk that is cut off is left to the decoder, which says so better. */
    static Essence essence(byte[] png) {
        ByteBuffer chunks = ByteBuffer.wrap(png);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(png.length);
        kept.write(png, 0, SIGNATURE);
        Orientation orientation = Orientation.UPRIGHT;
        int at = SIGNATURE;
        while (at + HEAD <= png.length) {
            int type = chunks.getInt(at + 4);
            int end = (int) Math.min(png.length, at + FRAME + Integer.toUnsignedLong(chunks.getInt(at)));
            if (KEPT.contains(type)) {
                kept.write(png, at, end - at);
            } else if (type == EXIF) {
                orientation = Exif.orientation(png, at + HEAD, end);
            }
            at = type == END ? png.length : end;
        }
        return Essence.of(kept.toByteArray(), orientation);
    }

    private static int type(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}

package io.hone.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The one thing that EXIF data say about pixels. Hostile data are common, and one number is wanted: so nothing else of
 * them is read, no offset but one followed, and no memory taken.
 *
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf">EXIF 2.32, 4.5.2 and 4.6.4</a>
 */
final class Exif {

    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /** Whether a JPEG's segment holds EXIF data rather than something else. */
    static boolean begins(byte[] bytes, int from, int to) {
        return to - from >= PREFIX.length && Arrays.equals(bytes, from, from + PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    /** Upright when the data do not say, or are damaged. */
    static Orientation orientation(byte[] bytes, int from, int to) {
        int start = begins(bytes, from, to) ? from + PREFIX.length : from;
        ByteBuffer tiff = ByteBuffer.wrap(bytes, start, to - start).slice();
        if (tiff.limit() < HEADER) {
            return Orientation.UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory > tiff.limit() - 2) {
            return Orientation.UPRIGHT;
        }
        int first = (int) directory + 2;
        int entries = Short.toUnsignedInt(tiff.getShort(first - 2));
        for (int at = first; at < first + entries * ENTRY && at + ENTRY <= tiff.limit(); at += ENTRY) {
            if (tiff.getShort(at) == ORIENTATION && tiff.getShort(at + 2) == SHORT) {
                return Orientation.ofExif(Short.toUnsignedInt(tiff.getShort(at + 8)));
            }
        }
        return Orientation.UPRIGHT;
    }
}

package io.hone.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Takes a GIF apart into its blocks and keeps the first frame, with its colours and its transparency.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF 89a</a>
 */
final class Gif {

    private static final int SCREEN = 6;
    private static final int COLOURS = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int TRANSPARENCY = 0xF9;

    private final byte[] gif;

    Gif(byte[] gif) {
        this.gif = gif;
    }

    Essence essence() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(gif.length);
        int at = COLOURS + colours(unsigned(SCREEN + 4));
        kept.write(gif, 0, Math.min(at, gif.length));
        while (unsigned(at) == EXTENSION) {
            int end = data(at + 2);
            if (unsigned(at + 1) == TRANSPARENCY) {
                kept.write(gif, at, end - at);
            }
            at = end;
        }
        if (unsigned(at) != FRAME) {
            throw new IOException("it holds no frame");
        }
        requireWholeScreen(at);
        int end = data(at + 11 + colours(unsigned(at + 9)));
        kept.write(gif, at, end - at);
        kept.write(TRAILER);
        return Essence.of(kept.toByteArray(), Orientation.UPRIGHT);
    }

    /** Other programs show the frame on its screen, and would see another image than Hone. */
    private void requireWholeScreen(int frame) throws IOException {
        int left = unsignedShort(frame + 1);
        int top = unsignedShort(frame + 3);
        int width = unsignedShort(frame + 5);
        int height = unsignedShort(frame + 7);
        if (left != 0 || top != 0 || width < unsignedShort(SCREEN) || height < unsignedShort(SCREEN + 2)) {
            throw new IOException("its first frame, %d × %d pixels at %d, %d, does not fill its screen of %d × %d"
                    .formatted(width, height, left, top, unsignedShort(SCREEN), unsignedShort(SCREEN + 2)));
        }
    }

    /** Where the blocks of data that begin at {@code from} end; the file's end where that comes first. */
    private int data(int from) throws IOException {
        int at = from;
        while (at < gif.length && unsigned(at) != 0) {
            at += 1 + unsigned(at);
        }
        return Math.min(at + 1, gif.length);
    }

    /** Bytes of the colour table that these flags announce. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private int unsigned(int at) throws IOException {
        if (at >= gif.length) {
            throw new IOException("its end is missing");
        }
        return Byte.toUnsignedInt(gif[at]);
    }

    private int unsignedShort(int at) throws IOException {
        return unsigned(at) | unsigned(at + 1) << 8;
    }
}

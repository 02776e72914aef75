package io.hone.images;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Takes a WebP apart into its chunks and puts its image, of an animation the first frame, into a file of its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649.html">RFC 9649</a>
 */
final class Webp {

    private static final int RIFF = fourCc("RIFF");
    private static final int WEBP = fourCc("WEBP");
    private static final int EXTENDED = fourCc("VP8X");
    private static final int LOSSY = fourCc("VP8 ");
    private static final int LOSSLESS = fourCc("VP8L");
    private static final int ALPHA = fourCc("ALPH");
    private static final int FRAME = fourCc("ANMF");
    private static final int EXIF = fourCc("EXIF");
    private static final int FIRST_CHUNK = 12;
    private static final int HEAD = 8;
    private static final int EXTENDED_LENGTH = 10;
    private static final int FRAME_LENGTH = 16;
    private static final int HAS_ALPHA = 0x10;

    private final ByteBuffer webp;
    private Size canvas = null;
    private Chunk image = null;
    private Chunk alpha = null;
    private Orientation orientation = null;
    private boolean framed = false;

    private record Size(int width, int height) {

        @Override
        public String toString() {
            return "%d × %d".formatted(width, height);
        }
    }

    /** @param end of its data, without what makes their number even */
    private record Chunk(int type, int start, int end) {}

    Webp(byte[] webp) {
        this.webp = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    }

    Essence essence() throws IOException {
        read(FIRST_CHUNK, webp.limit());
        if (image == null) {
            throw new IOException("it holds no image");
        }
        Size size = size(image);
        if (canvas != null && !size.equals(canvas)) {
            throw new IOException("its image of %s pixels does not fill its canvas of %s".formatted(size, canvas));
        }
        return Essence.of(
                alpha == null || image.type() == LOSSLESS ? plain() : transparent(size),
                orientation == null ? Orientation.UPRIGHT : orientation);
    }

    /** Of each kind the first one counts. */
    private void read(int from, int to) throws IOException {
        int at = from;
        while (at + HEAD <= to) {
            long length = Integer.toUnsignedLong(webp.getInt(at + 4));
            if (at + HEAD + length > to) {
                throw new EOFException("its end is missing");
            }
            take(new Chunk(webp.getInt(at), at + HEAD, (int) (at + HEAD + length)));
            at = (int) Math.min(to, at + HEAD + length + (length & 1));
        }
    }

    private void take(Chunk chunk) throws IOException {
        if (chunk.type() == EXTENDED && canvas == null) {
            require(chunk, EXTENDED_LENGTH);
            canvas = new Size(1 + threeBytes(chunk.start() + 4), 1 + threeBytes(chunk.start() + 7));
        } else if (chunk.type() == FRAME && !framed) {
            framed = true;
            frame(chunk);
        } else if (chunk.type() == ALPHA && alpha == null && image == null) {
            alpha = chunk;
        } else if ((chunk.type() == LOSSY || chunk.type() == LOSSLESS) && image == null) {
            image = chunk;
        } else if (chunk.type() == EXIF && orientation == null) {
            orientation = Exif.orientation(webp.array(), chunk.start(), chunk.end());
        }
    }

    /** Other programs show the frame on its canvas, and would see another image than Hone. */
    private void frame(Chunk chunk) throws IOException {
        require(chunk, FRAME_LENGTH);
        int x = 2 * threeBytes(chunk.start());
        int y = 2 * threeBytes(chunk.start() + 3);
        if (x != 0 || y != 0) {
            throw new IOException("its first frame, at %d, %d, does not fill its canvas of %s".formatted(x, y, canvas));
        }
        read(chunk.start() + FRAME_LENGTH, chunk.end());
    }

    private Size size(Chunk chunk) throws IOException {
        if (chunk.type() == LOSSY) {
            require(chunk, 10);
            return new Size(webp.getShort(chunk.start() + 6) & 0x3FFF, webp.getShort(chunk.start() + 8) & 0x3FFF);
        }
        require(chunk, 5);
        int bits = webp.getInt(chunk.start() + 1);
        return new Size(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF));
    }

    private byte[] plain() {
        return file(chunk(image));
    }

    private byte[] transparent(Size size) {
        ByteBuffer heading = ByteBuffer.allocate(HEAD + EXTENDED_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        heading.putInt(EXTENDED).putInt(EXTENDED_LENGTH).putInt(HAS_ALPHA);
        // Two bytes of each side: a lossy image has no more.
        heading.putShort((short) (size.width() - 1)).put((byte) 0);
        heading.putShort((short) (size.height() - 1)).put((byte) 0);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(heading.array());
        chunks.writeBytes(chunk(alpha));
        chunks.writeBytes(chunk(image));
        return file(chunks.toByteArray());
    }

    private byte[] chunk(Chunk chunk) {
        int length = chunk.end() - chunk.start();
        return ByteBuffer.allocate(HEAD + length + (length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(chunk.type())
                .putInt(length)
                .put(webp.array(), chunk.start(), length)
                .array();
    }

    private static byte[] file(byte[] chunks) {
        return ByteBuffer.allocate(FIRST_CHUNK + chunks.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(RIFF)
                .putInt(4 + chunks.length)
                .putInt(WEBP)
                .put(chunks)
                .array();
    }

    private static void require(Chunk chunk, int length) throws EOFException {
        if (chunk.end() - chunk.start() < length) {
            throw new EOFException("its end is missing");
        }
    }

    private int threeBytes(int at) {
        return Short.toUnsignedInt(webp.getShort(at)) | Byte.toUnsignedInt(webp.get(at + 2)) << 16;
    }

    private static int fourCc(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}

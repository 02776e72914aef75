package io.hone.vision.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Bytes of a file, from {@code start} on.
 *
 * @param file gives the file from its beginning
 */
record FileRange(Source file, long start, long bytes) implements Content {

    private static final int BUFFER = 1 << 18;

    /** What can be read again and again. */
    interface Source {
        InputStream open() throws IOException;
    }

    FileRange part(long from, long length) {
        return new FileRange(file, start + from, length);
    }

    /** In pieces of whole elements, whatever their type. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = file.open()) {
            in.skipNBytes(start);
            byte[] buffer = new byte[(int) Math.min(BUFFER, bytes)];
            long left = bytes;
            while (left > 0) {
                int count = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (count == 0) {
                    throw new EOFException("the file ends %d bytes too early".formatted(left));
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }
}

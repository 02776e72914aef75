package io.hone.cli.push.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of an image, wherever they are. */
public interface Content {

    /** More than any service takes by default: what is larger is not read. */
    int MOST_BYTES = 32 << 20;

    /** At most {@link #MOST_BYTES}, more than none. */
    byte[] read() throws IOException;

    /** Brought to this machine's disk; several may be on their way at once. */
    default Content near() throws IOException {
        return this;
    }

    static Content of(byte[] bytes) {
        return () -> bytes;
    }

    static Content of(Path file) {
        return () -> {
            requireBytes(Files.size(file));
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                requireBytes(bytes.length);
                return bytes;
            }
        };
    }

    /** @throws IOException if there are none, or too many */
    static void requireBytes(long bytes) throws IOException {
        if (bytes == 0) {
            throw new IOException("it is empty");
        }
        if (bytes > MOST_BYTES) {
            throw new IOException("it has more than the %d bytes that are read of an image".formatted(MOST_BYTES));
        }
    }
}

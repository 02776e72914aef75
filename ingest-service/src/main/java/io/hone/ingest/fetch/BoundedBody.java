package io.hone.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what comes, but never more than allowed, and never for longer. */
final class BoundedBody {

    private static final int CHUNK = 16 << 10;

    private final int mostBytes;
    private final Deadline deadline;

    BoundedBody(int mostBytes, Deadline deadline) {
        this.mostBytes = mostBytes;
        this.deadline = deadline;
    }

    /** @throws FetchException if it has more bytes, or takes longer, than allowed */
    byte[] read(Destination destination, InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            requireSize(destination, (long) body.size() + read);
            deadline.check(destination);
            body.write(chunk, 0, read);
        }
        return body.toByteArray();
    }

    /** @throws FetchException if that is more than allowed */
    void requireSize(Destination destination, long bytes) {
        if (bytes > mostBytes) {
            throw FetchException.refused(
                    "%s has more than the %d bytes that are allowed".formatted(destination.shown(), mostBytes));
        }
    }
}

package io.hone.ingest.record;

import java.nio.file.Path;

/** The folder of what is known about images cannot be used; the message says why, and what to do. */
public final class RecordStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordStoreException(Path directory, String what, Throwable cause) {
        super("image records in %s: %s".formatted(directory, what), cause);
    }
}

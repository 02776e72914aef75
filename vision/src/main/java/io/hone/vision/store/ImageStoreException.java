package io.hone.vision.store;

import java.nio.file.Path;

/** The image store cannot be opened, read or written; the message names its directory and what to do. */
public final class ImageStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImageStoreException(Path directory, String problem, Throwable cause) {
        super("image store %s: %s".formatted(directory, problem), cause);
    }
}

package io.hone.vision.cache;

import java.nio.file.Path;

/** A cache cannot be opened, read or written; the message names its directory and what to do. */
public final class CacheException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CacheException(String name, Path directory, String problem, Throwable cause) {
        super("%s %s: %s".formatted(name, directory, problem), cause);
    }
}

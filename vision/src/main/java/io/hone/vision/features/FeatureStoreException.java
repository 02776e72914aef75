package io.hone.vision.features;

import java.nio.file.Path;

/** The feature store cannot be opened, read or written; the message names its directory and what to do. */
public final class FeatureStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FeatureStoreException(Path directory, String problem, Throwable cause) {
        super("feature store %s: %s".formatted(directory, problem), cause);
    }
}

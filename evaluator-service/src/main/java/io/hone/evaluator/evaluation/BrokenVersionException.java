package io.hone.evaluator.evaluation;

import io.hone.registry.version.Manifest;

/** A version is broken, and trying again will not help: its files are bad, not the engine. The message says why. */
final class BrokenVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int version;

    BrokenVersionException(Manifest version, RuntimeException cause) {
        super(
                "version %d of model '%s' is broken: %s"
                        .formatted(version.version(), version.model(), cause.getMessage()),
                cause);
        this.version = version.version();
    }

    boolean isAbout(Manifest manifest) {
        return manifest.version() == version;
    }
}

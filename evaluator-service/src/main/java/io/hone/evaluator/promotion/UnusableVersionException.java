package io.hone.evaluator.promotion;

import io.hone.registry.version.Manifest;

/** A version cannot become champion: servers could not load it. */
public final class UnusableVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableVersionException(Manifest manifest, String reason, Throwable cause) {
        super(
                "version %d of model '%s' cannot be loaded: %s".formatted(manifest.version(), manifest.model(), reason),
                cause);
    }
}

package io.hone.evaluator.evaluation;

import io.hone.registry.version.Manifest;

/** The engine, memory or disk fails now, which says nothing about a version: there is no verdict, it is tried again. */
final class EngineFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EngineFailedException(Manifest version, RuntimeException cause) {
        super(
                "version %d of model '%s' cannot be loaded now, and nobody can say that its file is to blame: look for free memory and disk space, and whether the device works: %s"
                        .formatted(version.version(), version.model(), cause.getMessage()),
                cause);
    }
}

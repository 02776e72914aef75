package io.hone.registry.version;

/** A version's files are not what its manifest says: somebody changed or removed them. */
public final class CorruptVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CorruptVersionException(Manifest manifest, String reason) {
        super("version %d of model '%s' cannot be used: %s".formatted(manifest.version(), manifest.model(), reason));
    }
}

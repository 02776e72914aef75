package io.hone.vision.classifier;

/** There is no snapshot to go on from, or none that is whole and of the same training; the message says why. */
public final class UnusableSnapshotException extends IllegalArgumentException {

    UnusableSnapshotException(String message) {
        super(message);
    }
}

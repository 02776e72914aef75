package io.hone.trainer.plan;

/** There are no images that a run could use; the message says why. */
public final class NothingToTrainOnException extends Exception {

    private static final long serialVersionUID = 1L;

    public NothingToTrainOnException(String message) {
        super(message);
    }
}

package io.hone.trainer.run;

/** A run is under way, and a device trains one at a time. */
public final class RunUnderWayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunUnderWayException(String current) {
        super("%s is under way, and only one run at a time is possible: ask again when it has ended"
                .formatted(current));
    }
}

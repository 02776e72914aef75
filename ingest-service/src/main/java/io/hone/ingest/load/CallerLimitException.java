package io.hone.ingest.load;

import java.time.Duration;

/** A caller asks for more than his share. */
public final class CallerLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration ANY_MOMENT = Duration.ofSeconds(1);

    private final String limited;
    private final long value;
    private final long limit;
    private final Duration tryAgain;

    private CallerLimitException(String message, String limited, long value, long limit, Duration tryAgain) {
        super(message);
        this.limited = limited;
        this.value = value;
        this.limit = limit;
        this.tryAgain = tryAgain;
    }

    static CallerLimitException requests(String caller, int value, int limit) {
        return new CallerLimitException(
                "%s has %d uploads under way, at most %d are allowed at the same time: wait for answers before sending more"
                        .formatted(caller, value - 1, limit),
                "uploads at the same time",
                value,
                limit,
                ANY_MOMENT);
    }

    static CallerLimitException bytes(String caller, long value, long limit) {
        return new CallerLimitException(
                "%s would have uploads of %,d bytes under way, at most %,d are allowed at the same time: send fewer at a time"
                        .formatted(caller, value, limit),
                "bytes at the same time",
                value,
                limit,
                ANY_MOMENT);
    }

    static CallerLimitException pace(String caller, int images, int limit, Duration tryAgain) {
        return new CallerLimitException(
                "%s has sent as many images as allowed, %d a second: these %d may come in %d s"
                        .formatted(caller, limit, images, tryAgain.toSeconds()),
                "images a second",
                images,
                limit,
                tryAgain);
    }

    /** What there is too much of. */
    public String limited() {
        return limited;
    }

    public long value() {
        return value;
    }

    public long limit() {
        return limit;
    }

    public Duration tryAgain() {
        return tryAgain;
    }
}

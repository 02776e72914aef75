package io.hone.ingest.upload;

/** An {@code Idempotency-Key} that cannot be honoured. */
final class RepeatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final boolean isUnderWay;

    private RepeatException(String key, boolean isUnderWay, String message) {
        super(message);
        this.key = key;
        this.isUnderWay = isUnderWay;
    }

    static RepeatException otherRequest(String key) {
        return new RepeatException(
                key,
                false,
                "Idempotency-Key '%s' came with another image or label before: take a new one for each request"
                        .formatted(key));
    }

    static RepeatException underWay(String key) {
        return new RepeatException(
                key, true, "the first request with Idempotency-Key '%s' is still under way".formatted(key));
    }

    String key() {
        return key;
    }

    boolean isUnderWay() {
        return isUnderWay;
    }
}

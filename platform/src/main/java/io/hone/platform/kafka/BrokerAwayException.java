package io.hone.platform.kafka;

/** Kafka has not done what was asked within the time allowed; the message says what and for how long was waited. */
public final class BrokerAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}

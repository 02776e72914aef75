package io.hone.ingest.intake;

/** The topic takes no record as large as this image's: sending it again would not help. */
public final class LargerThanTopicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LargerThanTopicException(String topic, Throwable cause) {
        super(
                ("topic '%s' takes no record this large (%s): its max.message.bytes must exceed hone.ingest.inline-limit"
                                + " by 64 KiB, lower the one or raise the other")
                        .formatted(topic, cause.getMessage()),
                cause);
    }
}

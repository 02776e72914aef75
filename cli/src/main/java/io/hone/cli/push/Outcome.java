package io.hone.cli.push;

/** What became of one image. */
sealed interface Outcome {

    LabelledFile image();

    /** In the stream, acknowledged by the broker. */
    record Accepted(LabelledFile image, String id, String split) implements Outcome {}

    /** Not in the stream, and it would not be if it were sent again. */
    record Refused(LabelledFile image, String reason) implements Outcome {}

    /** Not in the stream, because a service was away for too long. */
    record Undelivered(LabelledFile image, String reason) implements Outcome {}
}

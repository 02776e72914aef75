package io.hone.ingest.inbox;

import io.hone.images.UnreadableImageException;
import io.hone.ingest.intake.LargerThanTopicException;
import io.hone.platform.problem.InvalidFieldException;
import io.hone.registry.UnknownModelException;
import java.time.Instant;

/**
 * Why an object was not taken in, as it lies beside it.
 *
 * @param problem the name that HTTP's problem details have for it
 * @param reason for people
 */
record InboxFailure(String object, String problem, String reason, Instant at) {

    static InboxFailure of(String object, Exception failure, Instant at) {
        return new InboxFailure(object, problem(failure), reason(failure), at);
    }

    /** Whether it is the object's fault, and not ours. */
    static boolean isExpected(Exception failure) {
        return failure instanceof UnreadableImageException
                || failure instanceof IllegalArgumentException
                || failure instanceof InvalidFieldException
                || failure instanceof UnknownModelException
                || failure instanceof LargerThanTopicException;
    }

    private static String problem(Exception failure) {
        if (failure instanceof UnreadableImageException unreadable) {
            return unreadable.reason().wireName();
        } else if (failure instanceof UnknownModelException) {
            return "unknown-model";
        } else if (failure instanceof LargerThanTopicException) {
            return "larger-than-topic";
        }
        return isExpected(failure) ? "invalid-field" : "internal";
    }

    private static String reason(Exception failure) {
        return isExpected(failure)
                ? failure.getMessage()
                : "the object was not taken because of a mistake of ours; the service's log says more";
    }
}

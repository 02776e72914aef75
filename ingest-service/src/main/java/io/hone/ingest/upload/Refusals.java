package io.hone.ingest.upload;

import io.hone.images.UnreadableImageException;
import io.hone.ingest.intake.BusyException;
import io.hone.ingest.intake.LabelRefusedException;
import io.hone.ingest.intake.LargerThanTopicException;
import io.hone.ingest.intake.UnknownImageException;
import io.hone.ingest.load.CallerLimitException;
import io.hone.ingest.record.NotYetException;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Why an image is not taken, as problem details. */
public final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final Duration ANY_MOMENT = Duration.ofSeconds(1);

    private Refusals() {}

    static HttpProblem problem(Throwable failure) {
        if (failure instanceof HttpProblem problem) {
            return problem;
        } else if (failure instanceof UnreadableImageException unreadable) {
            return unreadable(unreadable);
        } else if (failure instanceof BusyException) {
            return Problems.away("busy", "Too many images at the same time", ANY_MOMENT, failure.getMessage());
        }
        if (failure instanceof CallerLimitException limit) {
            return overLimit(limit);
        } else if (failure instanceof RepeatException repeat) {
            return repeat(repeat);
        }
        if (failure instanceof NotYetException) {
            return Problems.away("not-yet", "Not up to date yet", ANY_MOMENT, failure.getMessage());
        }
        if (failure instanceof LabelRefusedException refused) {
            return refused(refused);
        }
        if (failure instanceof UnknownImageException unknown) {
            return Problems.problem(Status.NOT_FOUND, "unknown-image", "Unknown image", unknown.getMessage())
                    .with("field", unknown.field())
                    .with("value", unknown.value())
                    .build();
        }
        if (failure instanceof LargerThanTopicException) {
            return Problems.problem(
                            Status.REQUEST_ENTITY_TOO_LARGE,
                            "larger-than-topic",
                            "Image is larger than its topic takes",
                            failure.getMessage())
                    .with("field", "image")
                    .build();
        }
        return Problems.of(failure).orElseGet(() -> unexpected(failure));
    }

    /** What {@code answer} gives; what it throws instead comes as a problem. */
    public static <T> T told(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            throw problem(e);
        }
    }

    private static HttpProblem refused(LabelRefusedException refused) {
        HttpProblem.Builder problem =
                switch (refused.reason()) {
                    case GOLDEN ->
                        Problems.problem(Status.CONFLICT, "golden", "The image is golden", refused.getMessage());
                    case UNTRUSTED ->
                        Problems.problem(
                                Problems.UNPROCESSABLE_CONTENT,
                                "untrusted-annotator",
                                "The annotator is not trusted",
                                refused.getMessage());
                };
        return problem.with("field", refused.field())
                .with("value", refused.value())
                .build();
    }

    private static HttpProblem unreadable(UnreadableImageException unreadable) {
        HttpProblem.Builder problem = Problems.problem(
                        status(unreadable.reason()),
                        unreadable.reason().wireName(),
                        title(unreadable.reason()),
                        unreadable.getMessage())
                .with("field", "image");
        unreadable.value().ifPresent(value -> problem.with("value", value));
        unreadable.limit().ifPresent(limit -> problem.with("limit", limit));
        return problem.build();
    }

    private static HttpProblem overLimit(CallerLimitException over) {
        return Problems.problem(Status.TOO_MANY_REQUESTS, "over-limit", "Too many " + over.limited(), over.getMessage())
                .withHeader(HttpHeaders.RETRY_AFTER, over.tryAgain().toSeconds())
                .with("field", over.limited())
                .with("value", over.value())
                .with("limit", over.limit())
                .build();
    }

    private static HttpProblem repeat(RepeatException repeat) {
        HttpProblem.Builder problem = repeat.isUnderWay()
                ? Problems.problem(
                                Status.CONFLICT,
                                "request-under-way",
                                "The first request is still under way",
                                repeat.getMessage())
                        .withHeader(HttpHeaders.RETRY_AFTER, ANY_MOMENT.toSeconds())
                : Problems.problem(
                        Problems.UNPROCESSABLE_CONTENT,
                        "reused-key",
                        "Idempotency-Key was used for another request",
                        repeat.getMessage());
        return problem.with("field", "Idempotency-Key")
                .with("value", repeat.key())
                .build();
    }

    private static int status(UnreadableImageException.Reason reason) {
        return switch (reason) {
            case EMPTY -> Status.BAD_REQUEST.getStatusCode();
            case TOO_MANY_BYTES -> Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode();
            case UNKNOWN_TYPE -> Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode();
            case TOO_MANY_PIXELS, TOO_MANY_PASSES, TOO_SLOW, BROKEN -> Problems.UNPROCESSABLE_CONTENT;
        };
    }

    private static String title(UnreadableImageException.Reason reason) {
        return switch (reason) {
            case EMPTY -> "No image";
            case TOO_MANY_BYTES -> "Image has too many bytes";
            case UNKNOWN_TYPE -> "Not a type of image that is accepted";
            case TOO_MANY_PIXELS -> "Image has too many pixels";
            case TOO_MANY_PASSES -> "Image has too many scans";
            case TOO_SLOW -> "Image takes too long to decode";
            case BROKEN -> "Image cannot be decoded";
        };
    }

    private static HttpProblem unexpected(Throwable failure) {
        LOG.error("Image not taken because of a mistake of ours", failure);
        return Problems.problem(
                        Status.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Internal error",
                        "the image was not taken; the service's log says why")
                .build();
    }
}

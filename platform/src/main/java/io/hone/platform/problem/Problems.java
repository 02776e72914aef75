package io.hone.platform.problem;

import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.UnknownModelException;
import io.hone.registry.settings.InvalidSettingException;
import io.hone.registry.store.ObjectStoreException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What goes wrong, as problem details (RFC 9457). Their types are {@code urn:hone:problem:<name>}. */
public final class Problems {

    /** 422: the request is well formed, but what it asks for cannot be done with what it gives. */
    public static final int UNPROCESSABLE_CONTENT = 422;

    private static final String TYPE = "urn:hone:problem:";
    private static final int LONGEST_VALUE = 200;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private Problems() {}

    /** Empty when it is nothing that every service tells in the same way. */
    public static Optional<HttpProblem> of(Throwable failure) {
        if (failure instanceof UnknownModelException unknown) {
            return Optional.of(unknownModel(unknown));
        } else if (failure instanceof InvalidFieldException invalid) {
            return Optional.of(invalidField(invalid));
        } else if (failure instanceof InvalidSettingException invalid) {
            return Optional.of(invalidSetting(invalid));
        } else if (failure instanceof ObjectStoreException) {
            return Optional.of(away("bucket-away", "The bucket is away", TRY_AGAIN, failure.getMessage()));
        } else if (failure instanceof BrokerAwayException) {
            return Optional.of(away("broker-away", "Kafka is away", TRY_AGAIN, failure.getMessage()));
        }
        return Optional.empty();
    }

    /** To be completed with whatever else describes it. */
    public static HttpProblem.Builder problem(Status status, String type, String title, String detail) {
        return problem(status.getStatusCode(), type, title, detail);
    }

    /** For statuses that are not among Jakarta's, such as {@link #UNPROCESSABLE_CONTENT}. */
    public static HttpProblem.Builder problem(int status, String type, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create(TYPE + type))
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail);
    }

    /** 503: the same request will succeed later. */
    public static HttpProblem away(String type, String title, Duration tryAgain, String detail) {
        return problem(Status.SERVICE_UNAVAILABLE, type, title, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, tryAgain.toSeconds())
                .build();
    }

    /** The {@code <name>} in its type; as metrics tell it. */
    public static String name(HttpProblem problem) {
        String type = String.valueOf(problem.getType());
        return type.startsWith(TYPE) ? type.substring(TYPE.length()) : "other";
    }

    private static HttpProblem unknownModel(UnknownModelException unknown) {
        return problem(Status.NOT_FOUND, "unknown-model", "Unknown model", unknown.getMessage())
                .with("field", "model")
                .with("value", unknown.model().value())
                .build();
    }

    private static HttpProblem invalidField(InvalidFieldException invalid) {
        HttpProblem.Builder problem = problem(
                        Status.BAD_REQUEST,
                        "invalid-field",
                        "Invalid " + invalid.field(),
                        shortened(invalid.getMessage()))
                .with("field", invalid.field());
        if (invalid.value() != null) {
            problem.with("value", shortened(invalid.value()));
        }
        return problem.build();
    }

    private static HttpProblem invalidSetting(InvalidSettingException invalid) {
        return problem(Status.BAD_REQUEST, "invalid-field", "Invalid " + invalid.key(), shortened(invalid.getMessage()))
                .with("field", invalid.key())
                .with("value", shortened(invalid.value()))
                .with("limit", invalid.limit())
                .build();
    }

    /** A request of megabytes is not answered with as many. */
    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}

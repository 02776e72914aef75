package io.hone.ingest.upload;

import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers forms that cannot be read. Quarkus reads them before a resource sees anything, and throws for a sender's
 * mistakes what would be answered as ours.
 */
abstract class FormMappers<E extends Exception> extends ExceptionMapperBase<E> {

    private static final String READER = "org.jboss.resteasy.reactive.server.core.multipart.";

    private final int maxParts;

    FormMappers(int maxParts) {
        this.maxParts = maxParts;
    }

    @Override
    protected HttpProblem toProblem(E failure) {
        return isOfSender(failure) ? unreadable(failure) : Refusals.problem(failure);
    }

    /** Whether the reader of forms has found it, not what the reader writes files with. */
    private static boolean isOfSender(Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(READER);
    }

    private HttpProblem unreadable(E failure) {
        if (String.valueOf(failure.getMessage()).contains("limit of " + maxParts)) {
            return Problems.problem(
                            Status.REQUEST_ENTITY_TOO_LARGE,
                            "too-many-parts",
                            "Form has too many parts",
                            "the form has more than the %d parts that are allowed: split it".formatted(maxParts))
                    .with("field", "form")
                    .with("limit", maxParts)
                    .build();
        }
        return Problems.problem(
                        Status.BAD_REQUEST,
                        "unreadable-form",
                        "Form cannot be read",
                        "the form ends before its last part does, or has none: is the boundary in Content-Type the one between its parts?")
                .with("field", "form")
                .build();
    }

    @Provider
    static class Broken extends FormMappers<IOException> {
        Broken(@ConfigProperty(name = "quarkus.http.limits.max-parameters") int maxParts) {
            super(maxParts);
        }
    }

    @Provider
    static class Malformed extends FormMappers<RuntimeException> {
        Malformed(@ConfigProperty(name = "quarkus.http.limits.max-parameters") int maxParts) {
            super(maxParts);
        }
    }
}

package io.hone.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says why a request that announces too much is not read; Quarkus would answer it with a status alone. */
@Singleton
class RequestLimit {

    /** Before Quarkus's own, which is of 2. */
    private static final int PRIORITY = 10;

    private final long limit;

    RequestLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, PRIORITY);
    }

    private void look(RoutingContext request) {
        long announced = announced(request);
        if (announced <= limit) {
            request.next();
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "urn:hone:problem:request-too-large")
                .put("status", Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode())
                .put("title", "Request is too large")
                .put(
                        "detail",
                        "the request has %d bytes, at most %d are allowed: send less at once"
                                .formatted(announced, limit))
                .put("instance", request.normalizedPath())
                .put("field", "Content-Length")
                .put("value", announced)
                .put("limit", limit);
        request.response()
                .setStatusCode(Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem.toBuffer())
                // The rest is not waited for: whoever never sends it would keep the connection.
                .onComplete(told -> request.request().connection().close());
    }

    /** What is no number the server itself refuses. */
    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

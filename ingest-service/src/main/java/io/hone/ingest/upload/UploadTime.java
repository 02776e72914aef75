package io.hone.ingest.upload;

import io.hone.ingest.intake.IntakeConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;

/** Ends requests whose body does not arrive in time: a body that drips in would keep a thread, or a file, for hours. */
@Singleton
class UploadTime {

    /** Before Quarkus's own, which is of 2. */
    private static final int PRIORITY = 9;

    private final long limitMillis;

    UploadTime(IntakeConfig config) {
        this.limitMillis = config.uploadTime().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext request) {
        if (!request.request().isEnded()) {
            long timer = request.vertx().setTimer(limitMillis, fired -> endIfLate(request));
            request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
        }
        request.next();
    }

    private void endIfLate(RoutingContext request) {
        if (request.request().isEnded() || request.response().headWritten()) {
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "urn:hone:problem:too-slow")
                .put("status", Status.REQUEST_TIMEOUT.getStatusCode())
                .put("title", "Request arrives too slowly")
                .put(
                        "detail",
                        "the request was not here within %d s: send smaller batches".formatted(limitMillis / 1_000))
                .put("instance", request.normalizedPath())
                .put("limit", limitMillis / 1_000);
        request.response()
                .setStatusCode(Status.REQUEST_TIMEOUT.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem.toBuffer())
                .onComplete(told -> request.request().connection().close());
    }
}

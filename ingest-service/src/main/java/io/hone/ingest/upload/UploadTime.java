package io.hone.ingest.upload;

import io.hone.ingest.intake.IntakeConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.lang.ref.WeakReference;

/**
 * Ends requests whose body does not arrive in time: a body that drips in would keep a thread, or a file, for hours. Who is
 * answered before all of his request was here may send the rest, since many a client reads no answer before; but not for
 * long, or refused uploads would keep connections for hours.
 */
@Singleton
class UploadTime {

    /** Before Quarkus's own, which is of 2. */
    private static final int PRIORITY = 9;

    private static final long REST_MILLIS = 30_000;

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
            request.addEndHandler(ended -> {
                request.vertx().cancelTimer(timer);
                if (ended.succeeded()) {
                    forgetTheRest(request.vertx(), request.request());
                }
            });
        }
        request.next();
    }

    private void forgetTheRest(Vertx vertx, HttpServerRequest answered) {
        if (answered.isEnded()) {
            return;
        }
        answered.resume();
        // Weak, for whoever sends many such requests and hangs up: the connection keeps a request that is still coming.
        WeakReference<HttpServerRequest> coming = new WeakReference<>(answered);
        vertx.setTimer(Math.min(REST_MILLIS, limitMillis), fired -> {
            HttpServerRequest request = coming.get();
            if (request != null && !request.isEnded()) {
                request.connection().close();
            }
        });
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

package io.hone.ingest.shutdown;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Holds the end of the service up until every request that was let in is answered, those included whose body is still on
 * its way; requests that come later are answered with 503.
 *
 * <p>Quarkus's own {@code quarkus.shutdown.timeout} goes on serving new requests, and so ends by the clock and in the
 * middle of some as long as there is load.
 */
@Singleton
class GracefulShutdown {

    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);

    /** Before anybody asks who calls. */
    private static final int PRIORITY = 1_000;

    private final OpenRequests requests;
    private final Duration patience;
    private final String managementPaths;

    GracefulShutdown(
            OpenRequests requests,
            ShutdownConfig config,
            @ConfigProperty(name = "quarkus.http.non-application-root-path") String managementPath) {
        this.requests = requests;
        this.patience = config.patience();
        this.managementPaths = "/" + managementPath + "/";
    }

    void register(@Observes Filters filters) {
        filters.register(this::letIn, PRIORITY);
    }

    private void letIn(RoutingContext request) {
        if (request.normalizedPath().startsWith(managementPaths)) {
            // Health says to the end that this is the end.
            request.next();
        } else if (requests.begin()) {
            request.addEndHandler(ended -> requests.end());
            request.addHeadersEndHandler(head -> sayGoodbye(request));
            request.next();
        } else {
            turnAway(request);
        }
    }

    /** Whoever keeps the connection would find it closed with the next request. */
    private void sayGoodbye(RoutingContext request) {
        if (requests.isClosed()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static void turnAway(RoutingContext request) {
        // Its body is read and forgotten: many a client reads no answer before all is sent.
        request.request().resume();
        JsonObject problem = new JsonObject()
                .put("type", "urn:hone:problem:ending")
                .put("status", Status.SERVICE_UNAVAILABLE.getStatusCode())
                .put("title", "The service is ending")
                .put("detail", "the service was told to end and takes nothing more in: send it again")
                .put("instance", request.normalizedPath());
        request.response()
                .setStatusCode(Status.SERVICE_UNAVAILABLE.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem.toBuffer());
    }

    /** The first that happens when the service ends; the HTTP server, and then Kafka's producer, are closed after it. */
    void end(@Observes ShutdownDelayInitiatedEvent told) {
        int open = requests.close();
        LOG.infof("Told to end: answering what is under way requests=%d", open);
        int unanswered = requests.await(patience);
        if (unanswered > 0) {
            LOG.warnf("Ending though not all is answered requests=%d patience=%ds", unanswered, patience.toSeconds());
        }
    }
}

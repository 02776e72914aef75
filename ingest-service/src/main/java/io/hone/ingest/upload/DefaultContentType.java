package io.hone.ingest.upload;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/** An image that comes without a content type is bytes (RFC 9110, 8.3), and not the form that it would be taken for. */
@Singleton
class DefaultContentType {

    private static final int PRIORITY = 8;

    void register(@Observes Filters filters) {
        filters.register(DefaultContentType::complete, PRIORITY);
    }

    private static void complete(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (HttpMethod.POST.equals(request.method())
                && request.path().endsWith("/images")
                && !request.headers().contains(HttpHeaders.CONTENT_TYPE)) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
        context.next();
    }
}

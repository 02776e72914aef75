package io.hone.ingest.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches over HTTP. Redirects are followed here, each checked like the first address; no cookie, proxy, automatic
 * repetition or decompression; the whole is broken off when its time is up, wherever it then is.
 */
final class WebFetch implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 64;
    private static final int LONGEST_HEADER = 8 << 10;
    private static final int MOST_HEADERS = 100;
    private static final int OK = 200;

    private final FetchRules rules;
    private final FetchLimits limits;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fetch-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    WebFetch(FetchRules rules, FetchLimits limits, DnsResolver names) {
        this.rules = rules;
        this.limits = limits;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(new GuardedResolver(rules, names), limits))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(limits.read()))
                        .setConnectionRequestTimeout(timeout(limits.connect()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("hone")
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(DnsResolver resolver, FetchLimits limits) {
        Http1Config http = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.read()))
                        .setTimeToLive(timeout(Duration.ofMinutes(1)))
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    byte[] fetch(Destination first, int mostBytes, Deadline deadline) {
        Destination destination = rules.check(first);
        for (int redirects = 0; ; redirects++) {
            Step step = get(destination, new BoundedBody(mostBytes, deadline), deadline);
            if (step.body().isPresent()) {
                return step.body().get();
            }
            if (redirects == limits.mostRedirects()) {
                throw FetchException.refused("%s redirects more often than the %d times that are allowed"
                        .formatted(first.shown(), limits.mostRedirects()));
            }
            destination = web(rules.check(destination.resolve(step.location())), destination);
        }
    }

    private static Destination web(Destination next, Destination before) {
        if (next.isBucket()) {
            throw FetchException.refused("%s redirects to a bucket".formatted(before.shown()));
        }
        return next;
    }

    /** What one request led to: the body, or another address. */
    private record Step(Optional<byte[]> body, String location) {}

    private Step get(Destination destination, BoundedBody body, Deadline deadline) {
        deadline.check(destination);
        HttpGet request = request(destination);
        ScheduledFuture<?> timer = watch.schedule(request::cancel, deadline.millisLeft(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(host(destination.origin()), request, null)) {
            return read(destination, request, response, body);
        } catch (IOException e) {
            deadline.check(destination);
            throw FetchException.forNow("%s cannot be fetched: %s".formatted(destination.shown(), reason(e)), e);
        } catch (RuntimeException e) {
            // Broken off in the middle, the client may be in any state.
            deadline.check(destination);
            throw e;
        } finally {
            timer.cancel(false);
        }
    }

    private HttpGet request(Destination destination) {
        HttpGet request = new HttpGet(destination.uri());
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        rules.headerFor(destination).ifPresent(header -> request.setHeader(header.name(), header.value()));
        return request;
    }

    private static HttpHost host(Origin origin) {
        return new HttpHost(origin.scheme(), FetchRules.unbracketed(origin.host()), origin.port());
    }

    private static Step read(Destination destination, HttpGet request, ClassicHttpResponse response, BoundedBody body)
            throws IOException {
        boolean done = false;
        try {
            Step step = step(destination, response, body);
            done = step.body().isPresent();
            return step;
        } finally {
            if (!done) {
                // Closing alone would first read to the end, and that may never come.
                request.cancel();
            }
        }
    }

    private static Step step(Destination destination, ClassicHttpResponse response, BoundedBody body)
            throws IOException {
        Optional<Header> location = Optional.ofNullable(response.getFirstHeader(HttpHeaders.LOCATION));
        if (Statuses.isRedirect(response.getCode()) && location.isPresent()) {
            return new Step(Optional.empty(), location.get().getValue());
        }
        if (response.getCode() != OK) {
            throw Statuses.failure(destination, response);
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Step(Optional.of(new byte[0]), "");
        }
        if (entity.getContentEncoding() != null && !"identity".equalsIgnoreCase(entity.getContentEncoding())) {
            throw FetchException.refused("%s is sent with encoding '%s', though none was asked for"
                    .formatted(destination.shown(), entity.getContentEncoding()));
        }
        body.requireSize(destination, entity.getContentLength());
        return new Step(Optional.of(body.read(destination, entity.getContent())), "");
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}

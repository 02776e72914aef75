package io.hone.cli.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Requests to Hone's services. HTTP/1.1, so that each of several threads has a connection of its own. */
public final class Http {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Duration answerWithin;
    private final Optional<String> key;

    /** As nobody in particular. */
    public Http(Duration answerWithin) {
        this(answerWithin, Optional.empty(), Optional.empty());
    }

    public Http(Duration answerWithin, Optional<String> key) {
        this(answerWithin, key, Optional.empty());
    }

    /**
     * @param answerWithin how long an answer may take to begin
     * @param key that says who asks, sent along with every request
     * @param authorities a file of certificates that are believed instead of those that Java comes with
     */
    public Http(Duration answerWithin, Optional<String> key, Optional<Path> authorities) {
        this.answerWithin = answerWithin;
        this.key = key;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_WITHIN);
        authorities.map(Authorities::in).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    public Answer delete(URI uri) throws ServiceAwayException {
        return send(
                HttpRequest.newBuilder(uri).header("Accept", "application/json").DELETE());
    }

    public Answer post(URI uri, byte[] json) throws ServiceAwayException {
        return send(HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json)));
    }

    public Answer get(URI uri) throws ServiceAwayException {
        return send(HttpRequest.newBuilder(uri).header("Accept", "application/json"));
    }

    public Answer post(URI uri) throws ServiceAwayException {
        return send(
                HttpRequest.newBuilder(uri).header("Accept", "application/json").POST(BodyPublishers.noBody()));
    }

    public Answer post(URI uri, Multipart multipart) throws ServiceAwayException {
        return send(HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Content-Type", multipart.contentType())
                .POST(multipart.body()));
    }

    /** @param idempotencyKey the same again marks a repetition */
    public Answer post(URI uri, byte[] json, String idempotencyKey) throws ServiceAwayException {
        return send(HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofByteArray(json)));
    }

    /** @param headers more of them, by their names */
    public Answer post(URI uri, byte[] json, Map<String, String> headers) throws ServiceAwayException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json));
        headers.forEach(request::header);
        return send(request);
    }

    /** @param ifMatch the entity tag that what is replaced must have */
    public Answer put(URI uri, byte[] json, String ifMatch) throws ServiceAwayException {
        return send(HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofByteArray(json)));
    }

    private Answer send(HttpRequest.Builder builder) throws ServiceAwayException {
        key.ifPresent(known -> builder.header("Authorization", "Bearer " + known));
        HttpRequest request = builder.timeout(answerWithin).build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new Answer(request.uri(), response.statusCode(), retryAfter(response), response.body());
        } catch (IOException e) {
            throw new ServiceAwayException(request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAwayException(request.uri(), new IOException("interrupted", e));
        }
    }

    /** In seconds, as Hone's services say it; a date, which HTTP allows as well, is left to the caller's own patience. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}

package io.hone.cli.push;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hone.cli.time.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks the ingest service's batch interface. Images are texts here: {@code broken…} is refused, {@code hold…} is held
 * out, everything else becomes a training image. Replies queued by {@link #first} come before that.
 */
final class FakeIngest implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern IMAGE = Pattern.compile(
            "name=\"image\"; filename=\"([^\"]*)\"\r\nContent-Type: [^\r]*\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);
    private static final Pattern METADATA =
            Pattern.compile("name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

    /** Image to label, as the stream would hold them. */
    final Map<String, String> stream = new ConcurrentHashMap<>();

    /** Images that were marked so. */
    final Set<String> golden = ConcurrentHashMap.newKeySet();

    final AtomicInteger requests = new AtomicInteger();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private volatile Duration pause = Duration.ZERO;
    private final HttpServer server;

    record Reply(int status, String retryAfter, String body) {}

    FakeIngest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models/plants/images/batch", this::batch);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** So that a push lasts long enough to be ended in the middle. */
    void pauseBeforeEachAnswer(Duration duration) {
        pause = duration;
    }

    FakeIngest first(int status, String retryAfter, String body) {
        replies.add(new Reply(status, retryAfter, body));
        return this;
    }

    private void batch(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
        Pause.real().last(pause);
        Reply queued = replies.poll();
        if (queued == null) {
            send(exchange, new Reply(200, "", outcomes(body)));
        } else if (queued.status() == 0) {
            exchange.close();
        } else {
            send(exchange, queued);
        }
    }

    private String outcomes(String body) throws IOException {
        Matcher metadata = METADATA.matcher(body);
        List<JsonNode> entries = metadata.find() ? entries(metadata.group(1)) : List.of();
        List<String> images =
                IMAGE.matcher(body).results().map(match -> match.group(2)).toList();
        StringBuilder outcomes = new StringBuilder();
        for (int i = 0; i < images.size(); i++) {
            outcomes.append(i == 0 ? "" : ",").append(outcome(i, images.get(i), entries.get(i)));
        }
        return "{\"outcomes\":[" + outcomes + "]}";
    }

    private static List<JsonNode> entries(String metadata) throws IOException {
        return List.of(MAPPER.readValue(metadata, JsonNode[].class));
    }

    private String outcome(int part, String image, JsonNode entry) {
        if (image.startsWith("broken")) {
            return "{\"part\":%d,\"status\":422,\"problem\":{\"detail\":\"not an image\"}}".formatted(part);
        }
        stream.put(image, entry.path("label").asText());
        if (entry.path("golden").asBoolean()) {
            golden.add(image);
        }
        return "{\"part\":%d,\"status\":201,\"image\":{\"id\":\"%s\",\"split\":\"%s\"}}"
                .formatted(
                        part,
                        HexFormat.of().formatHex(image.getBytes(UTF_8)),
                        image.startsWith("hold") ? "hold-out" : "training");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        if (!reply.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
        }
        byte[] bytes = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

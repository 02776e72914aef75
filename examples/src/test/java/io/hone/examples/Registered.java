package io.hone.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.champion.Move;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.contracts.model.Preprocessing;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.store.S3ObjectStore;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.VersionDraft;
import io.hone.stack.LocalStack;
import io.hone.stack.S3Endpoint;
import io.hone.vision.serving.ServingProperties;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A model in the real bucket, and of the evaluator what a consumer sees of it. */
final class Registered implements AutoCloseable {

    private static final String KEY = "hone_aaaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Preprocessing PREPROCESSING =
            new Preprocessing(8, 8, List.of(0.5f, 0.5f, 0.5f), List.of(0.25f, 0.25f, 0.25f), ColourOrder.RGB);

    final ModelName model = new ModelName("served-" + UUID.randomUUID());
    final AtomicInteger unmoved = new AtomicInteger();
    final S3ObjectStore store;
    private final ModelRegistry registry;
    private final MinioClient bucket;
    private final HttpServer evaluator;

    /** A version of each network, the first of them champion. */
    Registered(String... networks) throws IOException {
        S3Endpoint s3 = LocalStack.shared().s3();
        bucket = MinioClient.builder()
                .endpoint(s3.endpoint().toString())
                .region("us-east-1")
                .credentials(s3.accessKey(), s3.secretKey())
                .build();
        store = new S3ObjectStore(bucket, ObjectKeys.MODELS);
        registry = new ModelRegistry(store);
        for (String network : networks) {
            publish(network);
        }
        champion(1);
        evaluator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        evaluator.createContext("/v1/models/" + model + "/champion", this::answer);
        evaluator.createContext("/hone/v1/models/" + model + "/champion", this::answer);
        evaluator.start();
    }

    private void publish(String network) {
        registry.versions()
                .publish(VersionDraft.base(
                        model,
                        network,
                        NOW,
                        Path.of("src/test/resources/colours", network + ".pt"),
                        Classes.of("red", "green", "blue"),
                        PREPROCESSING,
                        ServingProperties.of(PREPROCESSING),
                        Map.of("hone", "test")));
    }

    void champion(int version) {
        Optional<ChampionEntry> head = registry.champions().head(model);
        registry.champions()
                .append(new ChampionEntry(
                        model,
                        head.map(ChampionEntry::sequence).orElse(0L) + 1,
                        version,
                        head.map(ChampionEntry::version),
                        NOW,
                        head.isEmpty() ? Move.REGISTERED : Move.PROMOTED,
                        "test",
                        "test",
                        "test"));
    }

    ChampionClient client() {
        return new ChampionClient(
                URI.create("http://127.0.0.1:" + evaluator.getAddress().getPort()), model.value(), Optional.of(KEY));
    }

    /** As behind a proxy that has other services too. */
    ChampionClient clientBehindPath() {
        return new ChampionClient(
                URI.create("http://127.0.0.1:%d/hone/"
                        .formatted(evaluator.getAddress().getPort())),
                model.value(),
                Optional.of(KEY));
    }

    /** Registration's first step, for those who read the model's images. */
    void claim() {
        registry.claim(new ModelSettings(model, 0.2, NOW));
    }

    ModelRegistry registry() {
        return registry;
    }

    MinioClient bucket() {
        return bucket;
    }

    VersionFiles files() {
        return new VersionFiles(bucket);
    }

    VersionFiles files(long largest) {
        return new VersionFiles(bucket, largest);
    }

    /** As the evaluator does; its own tests hold that. */
    private record ChampionView(ChampionEntry entry, Manifest manifest) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            ChampionEntry entry = registry.champion(model);
            String tag = "\"" + entry.sequence() + "\"";
            exchange.getResponseHeaders().add("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unmoved.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] view = Json.write(new ChampionView(entry, registry.versions().require(model, entry.version())));
            exchange.sendResponseHeaders(200, view.length);
            exchange.getResponseBody().write(view);
        }
    }

    @Override
    public void close() {
        evaluator.stop(0);
    }
}

package io.hone.examples;

import ai.djl.modality.Classifications;
import ai.djl.modality.cv.Image;
import ai.djl.translate.TranslateException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole server: {@code curl --data-binary @photo.png localhost:8090} answers with class and probability. It is
 * set up by the environment: {@code HONE_EVALUATOR} such as {@code http://localhost:8083}, {@code HONE_MODEL},
 * {@code HONE_KEY}, {@code HONE_BUCKET_ENDPOINT}, {@code HONE_BUCKET_ACCESS_KEY}, {@code HONE_BUCKET_SECRET_KEY}.
 */
public final class ServeChampion {

    private static final Logger LOG = LoggerFactory.getLogger(ServeChampion.class);
    private static final int PORT = 8090;
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final SwappingClassifier classifier;

    ServeChampion(SwappingClassifier classifier) {
        this.classifier = classifier;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        MinioClient bucket = MinioClient.builder()
                .endpoint(environment("HONE_BUCKET_ENDPOINT"))
                .credentials(environment("HONE_BUCKET_ACCESS_KEY"), environment("HONE_BUCKET_SECRET_KEY"))
                .build();
        ChampionFollower follower = new ChampionFollower(
                new ChampionClient(
                        URI.create(environment("HONE_EVALUATOR")),
                        environment("HONE_MODEL"),
                        Optional.of(environment("HONE_KEY"))),
                new VersionFiles(bucket));
        follower.follow(INTERVAL);
        HttpServer server = new ServeChampion(follower.classifier()).start(PORT);
        LOG.info("version {} answers at {}", follower.classifier().version(), server.getAddress());
    }

    HttpServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
        server.start();
        return server;
    }

    private record Reply(int status, String text) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange.getRequestBody());
            byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(InputStream image) {
        try {
            Image decoded = Pictures.decoded(image);
            Classifications.Classification best = classifier.classify(decoded).best();
            return new Reply(200, "%s %.3f\n".formatted(best.getClassName(), best.getProbability()));
        } catch (TooLargeException e) {
            return new Reply(413, e.getMessage() + "\n");
        } catch (IOException | IllegalArgumentException e) {
            return new Reply(400, "no image that can be read: " + e.getMessage() + "\n");
        } catch (TranslateException | RuntimeException e) {
            LOG.error("no answer", e);
            return new Reply(500, "no answer: " + e.getMessage() + "\n");
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}

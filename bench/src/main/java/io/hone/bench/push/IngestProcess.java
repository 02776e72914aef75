package io.hone.bench.push;

import io.hone.stack.LocalStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The ingest service from its packaged jar, with the memory that {@code ./hone up} gives it. */
final class IngestProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final int OK = 200;

    private final Process process;
    private final URI address;

    private IngestProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static IngestProcess start(LocalStack stack, Path log) throws IOException, InterruptedException {
        Path jar = Built.file("ingest-service/target/quarkus-app/quarkus-run.jar");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        List.of(Built.java(), "-Xmx512m", "-XX:+UseSerialGC", "-jar", jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", stack.broker().bootstrapServers(),
                        "HONE_BUCKET_ENDPOINT", stack.s3().endpoint().toString(),
                        "HONE_BUCKET_ACCESS_KEY", stack.s3().accessKey(),
                        "HONE_BUCKET_SECRET_KEY", stack.s3().secretKey(),
                        "HONE_AUTH_MODE", "none",
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", String.valueOf(port)));
        IngestProcess ingest = new IngestProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
        ingest.awaitReady(log);
        return ingest;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the ingest service did not start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest ready =
                HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
        try {
            return HttpClient.newHttpClient()
                            .send(ready, BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            return false;
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

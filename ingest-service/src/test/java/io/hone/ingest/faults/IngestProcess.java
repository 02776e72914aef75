package io.hone.ingest.faults;

import io.hone.stack.LocalStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, configured by environment only. */
final class IngestProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private IngestProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param folder for its data and its log */
    static IngestProcess start(LocalStack stack, Path folder) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString());
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", stack.broker().bootstrapServers(),
                        "HONE_BUCKET_ENDPOINT", stack.s3().endpoint().toString(),
                        "HONE_BUCKET_ACCESS_KEY", stack.s3().accessKey(),
                        "HONE_BUCKET_SECRET_KEY", stack.s3().secretKey(),
                        "HONE_AUTH_MODE", "none",
                        "HONE_DATA", folder.resolve("ingest").toString(),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", String.valueOf(port)));
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("ingest.log").toFile());
        return new IngestProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return address.getPort();
    }

    boolean isReady() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** Labelled {@code cat}. */
    HttpResponse<String> post(String imagesPath, String idempotencyKey, byte[] image)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(imagesPath + "?label=cat"))
                .header("Idempotency-Key", idempotencyKey)
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofByteArray(image))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** As a service manager does. */
    void terminate() {
        process.destroy();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

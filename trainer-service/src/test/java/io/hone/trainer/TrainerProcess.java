package io.hone.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.contracts.model.ModelName;
import io.hone.stack.LocalStack;
import io.hone.stack.S3Endpoint;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged trainer in a process of its own, configured by environment only. */
final class TrainerProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final URI address;

    private TrainerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param data survives the process */
    static TrainerProcess start(Path data, Map<String, String> environment) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString());
        S3Endpoint s3 = LocalStack.shared().s3();
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", LocalStack.shared().broker().bootstrapServers(),
                        "HONE_BUCKET_ENDPOINT", s3.endpoint().toString(),
                        "HONE_BUCKET_ACCESS_KEY", s3.accessKey(),
                        "HONE_BUCKET_SECRET_KEY", s3.secretKey(),
                        "HONE_DATA", data.toString(),
                        "HONE_FEED_TOPIC_REFRESH", "1s",
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", String.valueOf(port)));
        builder.environment().put("HONE_AUTH_MODE", "none");
        // Known by name, it need not wait for its killed predecessor's session to run out.
        builder.environment().put("KAFKA_GROUP_INSTANCE_ID", data.getFileName().toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("trainer.log").toFile()));
        return new TrainerProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** @throws IllegalStateException if it goes on */
    int exitStatus(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the trainer has not ended");
        }
        return process.exitValue();
    }

    JsonNode images(ModelName model) throws IOException, InterruptedException {
        return get("/v1/models/" + model + "/images");
    }

    JsonNode runs(ModelName model) throws IOException, InterruptedException {
        return get("/v1/models/" + model + "/runs");
    }

    HttpResponse<String> requestRun(ModelName model) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(address.resolve("/v1/models/" + model + "/runs"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package io.hone.bench.service;

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
public final class IngestProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final int MOST_LOOKS = 300;

    /** Busy is who takes more of a core than a part in this many. */
    private static final int BUSY = 10;

    private final Process process;
    private final URI address;

    private IngestProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param folder for its data and its log */
    static IngestProcess start(LocalStack stack, Path folder) throws IOException, InterruptedException {
        Path log = Files.createDirectories(folder).resolve("ingest.log");
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
                        "HONE_DATA", folder.resolve("data").toString(),
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

    public URI address() {
        return address;
    }

    /** Returns once it does next to nothing: it reads the stream that it writes, and is done with that a little later. */
    public void awaitIdle() throws InterruptedException {
        Duration before = cpuTime();
        for (int look = 0; look < MOST_LOOKS; look++) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            Duration after = cpuTime();
            if (after.minus(before).multipliedBy(BUSY).compareTo(LOOK) <= 0) {
                return;
            }
            before = after;
        }
        throw new IllegalStateException("the ingest service does not come to rest");
    }

    private Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** @return memory that it has now and has had at most, by Linux's account; NaN elsewhere */
    public Resident resident() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return new Resident(Double.NaN, Double.NaN);
        }
        List<String> lines = Files.readAllLines(status);
        return new Resident(mebibytes(lines, "VmRSS:"), mebibytes(lines, "VmHWM:"));
    }

    /** Resident memory in MiB. */
    public record Resident(double now, double peak) {}

    private static double mebibytes(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
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

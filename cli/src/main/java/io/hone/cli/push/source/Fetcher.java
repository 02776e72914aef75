package io.hone.cli.push.source;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gets images from other machines, within bounds of size and time. They wait for their turn on disk: many at the same
 * time would fill the memory.
 */
final class Fetcher implements Closeable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final FetchLimits limits;
    private final Spool spool;

    Fetcher(FetchLimits limits) {
        this.limits = limits;
        this.spool = new Spool();
    }

    FetchLimits limits() {
        return limits;
    }

    Content content(URI address) {
        return new Content() {
            @Override
            public Content near() throws IOException {
                return fetch(address);
            }

            @Override
            public byte[] read() throws IOException {
                return near().read();
            }
        };
    }

    private Content fetch(URI address) throws IOException {
        Path file = spool.file();
        boolean fetched = false;
        try {
            fetch(address, file);
            fetched = true;
            return new Fetched(file);
        } finally {
            if (!fetched) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void fetch(URI address, Path file) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("User-Agent", "hone").build();
        // Errors may have long bodies, which nobody reads.
        CompletableFuture<HttpResponse<Path>> answer = client.sendAsync(
                request,
                info -> info.statusCode() == OK
                        ? new LimitedBody<>(limits.bytes(), BodySubscribers.ofFile(file))
                        : BodySubscribers.replacing(file));
        int status = await(answer).statusCode();
        if (status != OK) {
            throw new IOException("its server answered with status " + status);
        }
    }

    private HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> answer) throws IOException {
        try {
            return answer.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(
                    "it did not arrive within %d s".formatted(limits.patience().toSeconds()), e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof TooLargeException tooLarge) {
            return tooLarge;
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new IOException("its server does not answer as it should: " + reason, cause);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** Read once, then gone. */
    private record Fetched(Path file) implements Content {

        @Override
        public byte[] read() throws IOException {
            try {
                return Content.of(file).read();
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A folder for what has arrived and was not read yet; gone with the process, also after Ctrl-C. */
    private static final class Spool implements Closeable {

        private final AtomicLong next = new AtomicLong();
        private Path folder;

        private synchronized Path folder() throws IOException {
            if (folder == null) {
                folder = Files.createTempDirectory("hone-push-");
                Runtime.getRuntime().addShutdownHook(new Thread(this::closeQuietly, "empty-spool"));
            }
            return folder;
        }

        Path file() throws IOException {
            return folder().resolve(String.valueOf(next.incrementAndGet()));
        }

        private void closeQuietly() {
            try {
                close();
            } catch (IOException e) {
                // The system's own cleaning of temporary files is left.
                return;
            }
        }

        @Override
        public synchronized void close() throws IOException {
            if (folder == null || !Files.exists(folder)) {
                return;
            }
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }
}

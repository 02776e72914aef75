package io.hone.ingest.faults;

import static org.awaitility.Awaitility.await;

import io.hone.contracts.image.ImageId;
import io.hone.ingest.TestImages;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Clients that send one image after the other, each until it is accepted, until told to stop. */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final IngestProcess ingest;
    private final String path;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean hasGivenUp = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final CompletableFuture<?> done;

    final Queue<ImageId> accepted = new ConcurrentLinkedQueue<>();
    final Set<Integer> statuses = ConcurrentHashMap.newKeySet();

    Load(IngestProcess ingest, String path) {
        this.ingest = ingest;
        this.path = path;
        this.done = CompletableFuture.allOf(Stream.iterate(0, client -> client + 1)
                .limit(CLIENTS)
                .map(client -> CompletableFuture.runAsync(() -> sendAll(client), threads))
                .toArray(CompletableFuture[]::new));
    }

    private void sendAll(int client) {
        for (int i = 0; !stopped.get(); i++) {
            byte[] image = TestImages.png(client * 1_000_000L + i);
            String key = "client %d image %d".formatted(client, i);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> isAccepted(key, image) || hasGivenUp.get());
        }
    }

    private boolean isAccepted(String key, byte[] image) {
        try {
            int status = ingest.post(path, key, image).statusCode();
            statuses.add(status);
            if (status == 201) {
                accepted.add(ImageId.of(image));
            }
            return status == 201;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitAccepted(int images) {
        await().atMost(PATIENCE).until(() -> accepted.size() >= images);
    }

    void awaitStatus(int status) {
        await().atMost(PATIENCE).until(() -> statuses.contains(status));
    }

    /** Each client ends the image that it is at. */
    void stop() {
        stopped.set(true);
        done.join();
    }

    /** No image is sent again. */
    void giveUp() {
        hasGivenUp.set(true);
        stop();
    }

    @Override
    public void close() {
        hasGivenUp.set(true);
        stopped.set(true);
        threads.shutdownNow();
    }
}

package io.hone.ingest.task;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Several threads; what is about the same key is done by the same one, in order. */
final class Lanes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<ExecutorService> lanes;
    private final AtomicInteger underWay = new AtomicInteger();

    Lanes(int count) {
        this.lanes = IntStream.range(0, count)
                .mapToObj(number ->
                        Executors.newSingleThreadExecutor(work -> new Thread(work, "labelling-task-" + number)))
                .toList();
    }

    void submit(String key, Runnable work) {
        underWay.incrementAndGet();
        lanes.get(Math.floorMod(key.hashCode(), lanes.size())).execute(() -> {
            try {
                work.run();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    int underWay() {
        return underWay.get();
    }

    /** Lets what has begun come to its end, for a while. What has not begun is left: nothing is committed of it. */
    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdown);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (ExecutorService lane : lanes) {
                if (!lane.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    lane.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            lanes.forEach(ExecutorService::shutdownNow);
            Thread.currentThread().interrupt();
        }
    }
}

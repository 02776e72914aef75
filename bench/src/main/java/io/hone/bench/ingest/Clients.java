package io.hone.bench.ingest;

import io.hone.bench.service.Picture;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Several that send at the same time, each its next request when the one before is answered.
 *
 * @param connections how many there are
 * @param perRequest how many images a request has
 */
record Clients(URI address, int connections, int perRequest, Request request) {

    /** @param nanos that each request took */
    record Result(double seconds, List<Long> nanos) {}

    /** From the first byte sent to the last answer. */
    Result send(Supply supply, int images) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(images);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> one : threads.invokeAll(
                    Stream.<Callable<List<Long>>>generate(() -> () -> sendWhileAnyAreLeft(supply, left))
                            .limit(connections)
                            .toList())) {
                nanos.addAll(one.get());
            }
            return new Result((System.nanoTime() - start) / 1e9, nanos);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> sendWhileAnyAreLeft(Supply supply, AtomicInteger left) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = new Connection(address)) {
            for (int before = left.getAndAdd(-perRequest); before > 0; before = left.getAndAdd(-perRequest)) {
                List<Picture> pictures = Stream.generate(supply::next)
                        .limit(Math.min(before, perRequest))
                        .toList();
                long start = System.nanoTime();
                request.send(connection, pictures);
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos;
    }
}

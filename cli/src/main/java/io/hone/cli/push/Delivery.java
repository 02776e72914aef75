package io.hone.cli.push;

import io.hone.cli.terminal.CommandFailure;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Batches on their way: no more of them, and no more bytes, at a time than are allowed. */
final class Delivery implements AutoCloseable {

    /** However many connections there are, images that wait to be sent take no more memory. */
    private static final long MOST_BYTES = 48L << 20;

    private final Sender sender;
    private final Consumer<List<Outcome>> told;
    private final int most;
    private final ExecutorService pool;
    private final CompletionService<Done> sending;
    private int underWay;
    private long bytes;

    private record Done(List<Outcome> outcomes, long bytes) {}

    /** @param told of what became of each batch, in the thread that submits */
    Delivery(Sender sender, int connections, Consumer<List<Outcome>> told) {
        this.sender = sender;
        this.told = told;
        // One more for each connection, so that none waits for the next batch to be read.
        this.most = 2 * connections;
        this.pool = Executors.newFixedThreadPool(connections);
        this.sending = new ExecutorCompletionService<>(pool);
    }

    void submit(List<LabelledImage> batch) throws InterruptedException {
        long size = batch.stream().mapToLong(image -> image.bytes().length).sum();
        while (underWay == most || (underWay > 0 && bytes + size > MOST_BYTES)) {
            settle(sending.take());
        }
        underWay++;
        bytes += size;
        sending.submit(() -> new Done(sender.send(batch), size));
        for (Future<Done> done = sending.poll(); done != null; done = sending.poll()) {
            settle(done);
        }
    }

    void finish() throws InterruptedException {
        while (underWay > 0) {
            settle(sending.take());
        }
    }

    private void settle(Future<Done> future) throws InterruptedException {
        try {
            Done done = future.get();
            underWay--;
            bytes -= done.bytes();
            told.accept(done.outcomes());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    static CommandFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CommandFailure("interrupted", "Run the same command again: no image is doubled by it.", e);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}

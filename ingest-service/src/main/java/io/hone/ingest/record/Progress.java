package io.hone.ingest.record;

import io.hone.contracts.model.ModelName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How far each model's topic has been read, and a place to wait for more. */
final class Progress {

    private final Map<ModelName, Long> nextOffsets = new HashMap<>();
    private int waiting = 0;

    synchronized void reached(ModelName model, long nextOffset) {
        nextOffsets.put(model, nextOffset);
        notifyAll();
    }

    synchronized void forget(ModelName model) {
        nextOffsets.remove(model);
    }

    /** 0 for a model whose topic is not being read. */
    synchronized long of(ModelName model) {
        return nextOffsets.getOrDefault(model, 0L);
    }

    synchronized boolean isRead(ModelName model) {
        return nextOffsets.containsKey(model);
    }

    /** @return whether the topic is being read, and has been read that far, within {@code patience} */
    synchronized boolean await(ModelName model, long nextOffset, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        waiting++;
        notifyAll();
        try {
            while (!isRead(model) || of(model) < nextOffset) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } finally {
            waiting--;
        }
    }

    /** Returns when the time is over, or as soon as somebody waits. */
    synchronized void rest(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); left > 0 && waiting == 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}

package io.hone.ingest.shutdown;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Requests that were let in and are not yet answered. Once closed, it lets nobody in any more. */
final class OpenRequests {

    private int open;
    private boolean isClosed;

    /** Whether a request is let in; if so, {@link #end} is called once it is answered, or its caller has hung up. */
    synchronized boolean begin() {
        if (!isClosed) {
            open++;
        }
        return !isClosed;
    }

    synchronized void end() {
        open--;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** From now on nobody is let in; returns how many still are. */
    synchronized int close() {
        isClosed = true;
        return open;
    }

    /** Returns once all are answered, or the time is over; how many then are not. */
    synchronized int await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); open > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return open;
    }
}

package io.hone.ingest.load;

import java.util.concurrent.atomic.AtomicBoolean;

/** Of an upload that was let in. Closed twice, it gives back once. */
public final class Pass implements AutoCloseable {

    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    Pass(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}

package io.hone.evaluator.drift;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that the waiting images of all models share. */
final class LabelMemory {

    private static final int OF_THE_HEAP = 8;

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /** @param limit in bytes */
    LabelMemory(long limit) {
        this.limit = limit;
    }

    /** An eighth of what this process may have at most. */
    static LabelMemory ofHeap() {
        return new LabelMemory(Runtime.getRuntime().maxMemory() / OF_THE_HEAP);
    }

    void take(long bytes) {
        used.addAndGet(bytes);
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    boolean isUsedUp() {
        return used.get() >= limit;
    }
}

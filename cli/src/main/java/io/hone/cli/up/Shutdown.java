package io.hone.cli.up;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What to undo at the end, last things first: once, whether the command ends by itself or by Ctrl-C or SIGTERM, and also
 * for what is started while the end has begun already.
 */
final class Shutdown implements AutoCloseable {

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean begun;

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
    }

    void add(Runnable step) {
        if (!noted(step)) {
            step.run();
        }
    }

    private synchronized boolean noted(Runnable step) {
        if (!begun) {
            steps.push(step);
        }
        return !begun;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** Returns when everything is undone, also to a second caller. */
    @Override
    public synchronized void close() {
        begun = true;
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}

package io.hone.evaluator.evaluation;

import java.util.concurrent.CancellationException;

/** Whoever stops the evaluator interrupts its thread; what was computed until then is kept. */
final class Interruption {

    private Interruption() {}

    /** @throws CancellationException if this thread is interrupted */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the evaluation was stopped");
        }
    }
}

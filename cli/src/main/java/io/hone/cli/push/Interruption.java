package io.hone.cli.push;

import io.hone.cli.terminal.Terminal;
import java.io.IOException;

/** Whoever ends the process in the middle is told how to go on. */
final class Interruption {

    private Interruption() {}

    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T telling(Terminal terminal, Work<T> work) throws IOException {
        Thread telling = new Thread(() -> tell(terminal), "tell-how-to-go-on");
        Runtime.getRuntime().addShutdownHook(telling);
        try {
            return work.run();
        } finally {
            remove(telling);
        }
    }

    private static void tell(Terminal terminal) {
        terminal.blank();
        terminal.line(
                "  Ended before all was sent. What was acknowledged is noted: the same command goes on from there.");
    }

    private static void remove(Thread telling) {
        try {
            Runtime.getRuntime().removeShutdownHook(telling);
        } catch (IllegalStateException e) {
            // The process is ending: it has been told already.
            return;
        }
    }
}

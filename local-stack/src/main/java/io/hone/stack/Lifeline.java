package io.hone.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server's end of the pipes to its starter. Standard input carries nothing and stays open as long as the starter
 * lives: the operating system closes it even after {@code kill -9}, at once, without polling and without mistaking a
 * reused process id for the starter. Standard output is kept for the {@link ReadyLine}; all else goes to the log.
 */
public final class Lifeline {
    private Lifeline() {}

    /**
     * Starts a server and tells the starter; from here on this process ends with its starter.
     *
     * @param start returns the port once the server answers on it
     */
    public static void serve(Callable<Integer> start) {
        var starter = System.out;
        System.setOut(System.err);
        var watch = new Thread(Lifeline::endWithStarter, "lifeline");
        watch.setDaemon(true);
        watch.start();
        try {
            starter.println(new ReadyLine(start.call()));
            starter.flush();
        } catch (Exception e) {
            fail(e);
        }
    }

    private static void endWithStarter() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("The pipe to the starter broke: " + e.getMessage());
        }
        // A shutdown that hangs must not leave an orphan.
        CompletableFuture.delayedExecutor(20, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
        System.exit(0);
    }

    /** Halts: the threads of a half-started server would keep the process, and its shutdown may wait for ever. */
    private static void fail(Exception failure) {
        failure.printStackTrace();
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        System.err.println("Did not start: " + failure.getMessage() + (root == failure ? "" : " (" + root + ")"));
        Runtime.getRuntime().halt(1);
    }
}

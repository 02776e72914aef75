package io.hone.stack;

import java.io.IOException;
import java.io.PrintStream;

/**
 * A server's end of the pipes to its starter. Standard input carries nothing and stays open as long as the starter
 * lives: the operating system closes it even after {@code kill -9}, at once, without polling and without mistaking a
 * reused process id for the starter.
 */
public final class Lifeline {
    private final PrintStream starter;

    private Lifeline(PrintStream starter) {
        this.starter = starter;
    }

    /** From here on this process ends with its starter, and its standard output is kept for the {@link ReadyLine}. */
    public static Lifeline hold() {
        var lifeline = new Lifeline(System.out);
        System.setOut(System.err);
        var watch = new Thread(Lifeline::endWithStarter, "lifeline");
        watch.setDaemon(true);
        watch.start();
        return lifeline;
    }

    public void ready(int port) {
        starter.println(new ReadyLine(port));
        starter.flush();
    }

    private static void endWithStarter() {
        try {
            System.in.transferTo(PrintStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("The pipe to the starter broke: " + e.getMessage());
        }
        System.exit(0);
    }
}

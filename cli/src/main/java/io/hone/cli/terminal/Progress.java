package io.hone.cli.terminal;

/** How far a task of known length has come. Safe to use by several threads. */
public interface Progress extends AutoCloseable {

    void stepBy(long steps);

    void stepTo(long step);

    /** A few words behind the bar, such as a loss. */
    void note(String text);

    @Override
    void close();
}

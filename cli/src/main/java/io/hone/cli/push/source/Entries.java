package io.hone.cli.push.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A source's entries, one after the other. */
public interface Entries extends Closeable {

    /**
     * Empty at the end.
     *
     * @throws IOException if the source cannot be read on; what is wrong with one entry is an {@link Entry.Unusable}
     */
    Optional<Entry> next() throws IOException;

    @Override
    default void close() throws IOException {}
}

package io.hone.cli.push.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A list's rows, one after the other. */
interface Rows extends Closeable {

    /** Empty at the end. */
    Optional<Row> next() throws IOException;
}

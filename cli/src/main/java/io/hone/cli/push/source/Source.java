package io.hone.cli.push.source;

import java.io.Closeable;
import java.io.IOException;

/** Labelled images in one of the forms that people keep them in; read as a stream, in the same order each time. */
public interface Source extends Closeable {

    /** What it was taken for, such as {@code image folder}. */
    String kind();

    /** How many entries there will be: names are looked at for that, images are not read. */
    long count() throws IOException;

    /** From the first one on. The caller closes it before the source. */
    Entries entries() throws IOException;

    /** How many contents are worth getting at the same time. */
    default int parallel() {
        return 1;
    }
}

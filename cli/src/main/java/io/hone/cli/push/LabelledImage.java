package io.hone.cli.push;

import io.hone.cli.push.source.Entry;
import io.hone.cli.push.source.Labelling;

/**
 * An image that has been read.
 *
 * @param digest of the entry, as the journal keeps it
 */
record LabelledImage(String name, Labelling labelling, long digest, byte[] bytes) {

    static LabelledImage of(Entry.Image entry, boolean golden, byte[] bytes) {
        return new LabelledImage(entry.name(), entry.labelling(), entry.digest(golden), bytes);
    }

    String label() {
        return labelling.label();
    }

    /** The part of the name that is a file's. */
    String fileName() {
        String plain = name.replaceFirst("[?#].*", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}

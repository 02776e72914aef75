package io.hone.ingest.body;

import java.nio.charset.Charset;

/** What one part of a form has: in memory when it is small, else in the form's {@link Spool}. */
sealed interface Part {

    /** In bytes. */
    long size();

    /** All of it, of which the caller has asked the size before. */
    byte[] bytes();

    /** In which it is written if it is a text. */
    Charset charset();

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Kept(Charset charset, byte[] bytes) implements Part {

        @Override
        public long size() {
            return bytes.length;
        }
    }

    record Spooled(Charset charset, Spool spool, long from, long size) implements Part {

        @Override
        public byte[] bytes() {
            return spool.read(from, Math.toIntExact(size));
        }
    }
}

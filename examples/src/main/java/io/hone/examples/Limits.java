package io.hone.examples;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Streams of others, of which nobody knows how long they are. */
final class Limits {

    private Limits() {}

    /** The same stream; reading beyond so many bytes throws {@link TooLargeException}. */
    static InputStream atMost(long bytes, InputStream in) {
        return new Limited(bytes, in);
    }

    private static final class Limited extends FilterInputStream {

        private final long limit;
        private long left;

        Limited(long limit, InputStream in) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return one < 0 ? one : counted(1, one);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int bytes, int answer) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new TooLargeException("more than %d bytes".formatted(limit));
            }
            return answer;
        }

        /** What is passed over would not be counted. */
        @Override
        public long skip(long bytes) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(bytes, 8192)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}

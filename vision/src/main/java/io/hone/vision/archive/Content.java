package io.hone.vision.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** What an entry is to hold. Can be written any number of times, and is the same each time. */
interface Content {

    long bytes();

    void writeTo(OutputStream out) throws IOException;

    /** CRC-32, which a zip file tells before the bytes. */
    default long crc() throws IOException {
        CheckedOutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        writeTo(out);
        return out.getChecksum().getValue();
    }

    default Content then(Content next) {
        Content first = this;
        return new Content() {
            @Override
            public long bytes() {
                return first.bytes() + next.bytes();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                first.writeTo(out);
                next.writeTo(out);
            }
        };
    }

    static Content of(byte[] bytes) {
        return made(bytes.length, () -> bytes);
    }

    /** Bytes that need not lie in memory from now on. */
    static Content made(long length, Supplier<byte[]> bytes) {
        return new Content() {
            @Override
            public long bytes() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes.get());
            }
        };
    }
}

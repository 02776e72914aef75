package io.hone.bench.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Makes another image of one, with the same pixels: by a comment, which the format allows at this place. */
enum Stamp {
    /** A segment COM after the start of the image (ITU-T T.81, B.2.4.5). */
    JPEG("image/jpeg", 2) {
        @Override
        byte[] comment(long number) {
            return ByteBuffer.allocate(12)
                    .putShort((short) 0xFFFE)
                    .putShort((short) 10)
                    .putLong(number)
                    .array();
        }
    },

    /** A chunk tEXt after the header (PNG specification, 11.3.3.3). */
    PNG("image/png", 8 + 25) {
        @Override
        byte[] comment(long number) {
            byte[] chunk = "tEXtComment\0%016x".formatted(number).getBytes(StandardCharsets.US_ASCII);
            CRC32 checksum = new CRC32();
            checksum.update(chunk);
            return ByteBuffer.allocate(4 + chunk.length + 4)
                    .putInt(chunk.length - 4)
                    .put(chunk)
                    .putInt((int) checksum.getValue())
                    .array();
        }
    };

    private final String contentType;
    private final int position;

    Stamp(String contentType, int position) {
        this.contentType = contentType;
        this.position = position;
    }

    abstract byte[] comment(long number);

    String contentType() {
        return contentType;
    }

    byte[] on(byte[] encoded, long number) {
        byte[] comment = comment(number);
        return ByteBuffer.allocate(encoded.length + comment.length)
                .put(encoded, 0, position)
                .put(comment)
                .put(encoded, position, encoded.length - position)
                .array();
    }
}

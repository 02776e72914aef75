package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes zip files as PyTorch does: nothing compressed, every entry's bytes at a multiple of 64, so that tensors may be
 * used where they lie. The same entries give the same bytes.
 */
final class StoredZip {

    private static final int BUFFER = 1 << 20;
    private static final int ALIGNMENT = 64;
    /** Signature, versions, method, time, checksum, sizes and two lengths, before an entry's name. */
    private static final int LOCAL_HEADER = 30;

    private static final int EXTRA_HEADER = 4;
    /** No clock time; of the first moment that zip files know, Java would also write one with a time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private StoredZip() {}

    /** Whole or not at all: written beside {@code to}, and moved there. */
    static void write(Path to, Map<String, Content> entries) {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            try {
                writeAll(part, entries);
                Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(to), e);
        }
    }

    private static void writeAll(Path file, Map<String, Content> entries) throws IOException {
        try (Counted counted = new Counted(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
                ZipOutputStream zip = new ZipOutputStream(counted)) {
            for (Map.Entry<String, Content> entry : entries.entrySet()) {
                zip.putNextEntry(header(entry.getKey(), entry.getValue(), counted.count));
                entry.getValue().writeTo(zip);
                zip.closeEntry();
            }
        }
    }

    private static ZipEntry header(String name, Content content, long position) throws IOException {
        ZipEntry header = new ZipEntry(name);
        header.setMethod(ZipEntry.STORED);
        header.setSize(content.bytes());
        header.setCrc(content.crc());
        header.setTimeLocal(TIME);
        header.setExtra(padding(position + LOCAL_HEADER + name.getBytes(UTF_8).length + EXTRA_HEADER));
        return header;
    }

    /** An extra field with PyTorch's own mark. */
    private static byte[] padding(long unaligned) {
        int length = (int) Math.floorMod(-unaligned, (long) ALIGNMENT);
        byte[] extra = new byte[EXTRA_HEADER + length];
        Arrays.fill(extra, (byte) 'Z');
        ByteBuffer.wrap(extra)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'F')
                .put((byte) 'B')
                .putShort((short) length);
        return extra;
    }

    private static final class Counted extends FilterOutputStream {

        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int oneByte) throws IOException {
            out.write(oneByte);
            count++;
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
            count += length;
        }
    }
}

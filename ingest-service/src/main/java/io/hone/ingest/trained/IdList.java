package io.hone.ingest.trained;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.registry.version.ListedImages;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The images that a version was trained on, as a file of the first 64 bits of their ids in order: looked up without being
 * read, and a tenth of what the bucket holds. That another image has the same 64 bits happens, for a list of a million,
 * once in 10^13 questions.
 */
final class IdList {

    private static final int ID_CHARACTERS = 64;
    private static final int HEX = 16;

    private IdList() {}

    /**
     * @param csv as {@link ListedImages} has it
     * @param digest its SHA-256
     * @param most bytes that are read of it
     * @throws IOException if it is longer, is no such list, or has another digest
     */
    static void write(Path file, InputStream csv, String digest, long most) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        long[] ids = read(new DigestInputStream(new Limited(csv, most), sha256));
        if (!Sha256.hex(sha256.digest()).equals(digest)) {
            throw new IOException("the list of images is not the one that its manifest names");
        }
        Arrays.sort(ids);
        ByteBuffer bytes = ByteBuffer.allocate(ids.length * Long.BYTES);
        bytes.asLongBuffer().put(ids);
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "list-", ".part");
        try {
            Files.write(part, bytes.array());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long[] read(InputStream csv) throws IOException {
        long[] ids = new long[1024];
        int count = 0;
        BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
        if (!ListedImages.HEADING.strip().equals(lines.readLine())) {
            throw new IOException("the list of images does not begin with " + ListedImages.HEADING.strip());
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.length() < ID_CHARACTERS) {
                throw new IOException("the list of images has the line '%s'".formatted(line));
            }
            ids = count == ids.length ? Arrays.copyOf(ids, 2 * count) : ids;
            ids[count++] = first64Bits(new ImageId(line.substring(0, ID_CHARACTERS)));
        }
        return Arrays.copyOf(ids, count);
    }

    static boolean contains(Path file, ImageId id) throws IOException {
        long wanted = first64Bits(id);
        try (FileChannel channel = FileChannel.open(file)) {
            long low = 0;
            long high = channel.size() / Long.BYTES - 1;
            ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);
            while (low <= high) {
                long middle = (low + high) >>> 1;
                buffer.clear();
                if (channel.read(buffer, middle * Long.BYTES) < Long.BYTES) {
                    throw new IOException(file + " is cut off");
                }
                long found = buffer.getLong(0);
                if (found == wanted) {
                    return true;
                }
                low = found < wanted ? middle + 1 : low;
                high = found < wanted ? high : middle - 1;
            }
            return false;
        }
    }

    private static long first64Bits(ImageId id) {
        return Long.parseUnsignedLong(id.value().substring(0, HEX), HEX);
    }

    /** Fails where there is more than allowed. */
    private static final class Limited extends FilterInputStream {

        private final long most;
        private long left;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException(
                        "the list of images has more than the %d bytes that are looked at".formatted(most));
            }
        }
    }
}

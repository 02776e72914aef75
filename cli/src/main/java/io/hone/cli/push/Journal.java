package io.hone.cli.push;

import io.hone.cli.terminal.CommandFailure;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/**
 * Which images of a source were acknowledged: eight bytes for each, written as soon as it is known. So a push that was
 * ended in the middle, however roughly, is gone on with. Held by one process.
 */
final class Journal implements Closeable {

    private static final int CHUNK = Long.BYTES << 13;

    private final Path file;
    private final FileChannel channel;
    private final LongSet acknowledged = new LongSet();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param again whether what was acknowledged before is forgotten
     * @throws CommandFailure if another process holds it
     */
    static Journal open(Path file, boolean again) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Journal journal = new Journal(file, channel);
        try {
            journal.lock();
            if (again) {
                channel.truncate(0);
            }
            journal.load();
            return journal;
        } catch (CommandFailure | IOException e) {
            channel.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: told below.
        }
        throw new CommandFailure(
                "the same source is being pushed to this model already", "Wait for the other push to end.");
    }

    private void load() throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        while (channel.read(chunk) >= 0) {
            chunk.flip();
            while (chunk.remaining() >= Long.BYTES) {
                acknowledged.add(chunk.getLong());
            }
            chunk.compact();
        }
        // The process may have been killed while it wrote.
        channel.truncate(channel.size() / Long.BYTES * Long.BYTES);
        channel.position(channel.size());
    }

    int size() {
        return acknowledged.size();
    }

    boolean contains(long digest) {
        return acknowledged.contains(digest);
    }

    void add(Collection<Long> digests) {
        ByteBuffer bytes = ByteBuffer.allocate(digests.size() * Long.BYTES);
        digests.forEach(bytes::putLong);
        bytes.flip();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was acknowledged cannot be noted in %s".formatted(file), e);
        }
    }

    /** Everything is in: the next push of the source begins anew. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

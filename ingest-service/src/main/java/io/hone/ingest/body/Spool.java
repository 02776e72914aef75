package io.hone.ingest.body;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The large parts of one form, one behind the other in a file that is there when first needed and gone when closed: a file
 * for each of them would cost more than all else. For one thread.
 */
final class Spool implements AutoCloseable {

    /** Channels keep a buffer as large as the largest piece that a thread ever read or wrote. */
    private static final int PIECE = 64 << 10;

    private final Path folder;
    private SeekableByteChannel file = null;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** Takes a part's first bytes, and all that is left. */
    Part append(Charset charset, byte[] head, InputStream rest) throws IOException {
        if (file == null) {
            file = open();
        }
        long from = file.size();
        file.position(from);
        write(head, head.length);
        byte[] piece = new byte[PIECE];
        for (int length = rest.readNBytes(piece, 0, PIECE); length > 0; length = rest.readNBytes(piece, 0, PIECE)) {
            write(piece, length);
        }
        return new Part.Spooled(charset, this, from, file.size() - from);
    }

    private SeekableByteChannel open() throws IOException {
        // Made first by what lets nobody else read it.
        Path path = Files.createTempFile(folder, "hone-form", null);
        try {
            return Files.newByteChannel(path, READ, WRITE, DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.wrap(bytes, 0, length);
        while (piece.hasRemaining()) {
            file.write(piece);
        }
    }

    byte[] read(long from, int length) {
        ByteBuffer all = ByteBuffer.allocate(length);
        try {
            file.position(from);
            while (all.hasRemaining()) {
                ByteBuffer piece = all.slice(all.position(), Math.min(PIECE, all.remaining()));
                if (file.read(piece) < 0) {
                    throw new EOFException("a form's file is shorter than what was written to it");
                }
                all.position(all.position() + piece.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.array();
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.hone.cli.push;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every image that failed, with its reason, as CSV; no file where there is none. */
final class FailureFile implements Closeable {

    private static final CsvMapper MAPPER = new CsvMapper();

    private final Path file;
    private SequenceWriter writer;

    FailureFile(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    void add(Outcome.Failed failed) {
        try {
            if (writer == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                writer = MAPPER.writerFor(List.class).writeValues(Files.newBufferedWriter(file));
                writer.write(List.of("image", "what", "reason"));
            }
            writer.write(List.of(failed.name(), failed.kind(), failed.reason()));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("failures cannot be listed in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    Path path() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}

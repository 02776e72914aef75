package io.hone.evaluator.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where registrations make their files: a folder for each, gone when it is done. */
public final class WorkFolders {

    private final Path parent;

    /** Clears away what a killed process may have left in {@code parent}, which is nobody else's. */
    public WorkFolders(Path parent) {
        this.parent = parent;
        delete(parent);
    }

    Folder open() {
        try {
            Files.createDirectories(parent);
            return new Folder(Files.createTempDirectory(parent, "base-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a folder in " + parent, e);
        }
    }

    /** Is deleted when closed, with all that is in it. */
    record Folder(Path path) implements AutoCloseable {
        @Override
        public void close() {
            delete(path);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}

package io.hone.trainer.run;

import io.hone.contracts.Json;
import io.hone.contracts.model.ModelName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes runs down, one file each, so that a run whose process was killed is taken up again. */
public final class RunJournal {

    private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);
    private static final String SUFFIX = ".json";

    /** Plans list their images: older ones are let go, the manifests keep what matters. */
    private static final int KEPT = 50;

    private final Path directory;

    public RunJournal(Path directory) {
        this.directory = directory;
    }

    void write(JournalledRun run) {
        Path folder = directory.resolve(run.plan().model().value());
        Path file = folder.resolve(run.plan().run() + SUFFIX);
        try {
            Files.createDirectories(folder);
            Path part = Files.write(
                    folder.resolve(run.plan().run() + ".part"),
                    Json.write(run),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Path old : files(folder).stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Newest first. */
    List<JournalledRun> list(ModelName model) {
        try {
            return files(directory.resolve(model.value())).stream()
                    .map(RunJournal::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    Optional<JournalledRun> newest(ModelName model) {
        try {
            return files(directory.resolve(model.value())).stream().findFirst().flatMap(RunJournal::read);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            // A run's name ends in the time it was planned at.
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** Empty when it makes no sense, after a power failure say: a cache may be lost, in part as well as whole. */
    private static Optional<JournalledRun> read(Path file) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), JournalledRun.class));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Run journal {} cannot be read and is passed over: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}

package io.hone.trainer.finetune;

import io.hone.contracts.Json;
import io.hone.vision.classifier.TrainableClassifier;
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

/**
 * What an unfinished run keeps on disk: its latest snapshot, and the best weights so far. A snapshot is a folder that
 * gets its name when all of it is written, so that a process may be killed at any moment.
 */
public final class RunFolder {

    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final String SNAPSHOT = "snapshot-";
    private static final String UNFINISHED = "unfinished";
    private static final String NETWORK = "network";
    private static final String STATE = "state.json";
    private static final String BEST = "best-";
    private static final String EXTENSION = ".pt";

    /** What a run has measured before it begins to train. */
    public static final String MEASURED = "measured.json";

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    /** All there are in a directory. */
    public static List<RunFolder> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.map(RunFolder::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    void write(RunState state, TrainableClassifier classifier) {
        try {
            Path snapshot = folder.resolve(SNAPSHOT + "%08d".formatted(state.iteration()));
            if (Files.exists(snapshot)) {
                return;
            }
            Path unfinished = folder.resolve(UNFINISHED);
            deleteAll(unfinished);
            Files.createDirectories(unfinished);
            classifier.snapshot(unfinished.resolve(NETWORK));
            force(unfinished.resolve(STATE), Json.write(state));
            Files.move(unfinished, snapshot, StandardCopyOption.ATOMIC_MOVE);
            for (Path old : list(SNAPSHOT)) {
                if (!old.equals(snapshot)) {
                    deleteAll(old);
                }
            }
            forgetBestBut(state.best().isPresent() ? best(state) : null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a snapshot to " + folder, e);
        }
    }

    /**
     * Brings the network to where the newest usable snapshot left it. Empty, with the network as it was, without one.
     *
     * @param images digest of those that the run trains on: a snapshot that saw others is of no use
     * @param withBest whether a snapshot is of use only with the best weights it speaks of
     */
    Optional<RunState> resume(TrainableClassifier classifier, String images, boolean withBest) {
        try {
            List<Path> newestFirst =
                    list(SNAPSHOT).stream().sorted(Comparator.reverseOrder()).toList();
            for (Path snapshot : newestFirst) {
                try {
                    RunState state = Json.read(Files.readAllBytes(snapshot.resolve(STATE)), RunState.class);
                    boolean complete = !withBest || state.best().isEmpty() || Files.exists(best(state));
                    if (complete && state.images().equals(images)) {
                        classifier.resume(snapshot.resolve(NETWORK));
                        return Optional.of(state);
                    }
                } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                    LOG.warn("Snapshot {} cannot be used, the run begins again: {}", snapshot, e.getMessage());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** How far the run has got: steps that the newest snapshot has done, and small files written before. */
    public int reached() {
        try {
            int measured = read(MEASURED).map(bytes -> bytes.length).orElse(0);
            return measured
                    + list(SNAPSHOT).stream()
                            .map(snapshot -> snapshot.getFileName().toString().substring(SNAPSHOT.length()))
                            .mapToInt(Integer::parseInt)
                            .max()
                            .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    void writeBest(RunState state, TrainableClassifier classifier) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
        classifier.save(best(state));
    }

    /** Weights of the best point so far; there only once {@link #writeBest} has written it. */
    Path best(RunState state) {
        return folder.resolve(BEST + state.best().orElseThrow().iteration() + EXTENSION);
    }

    /** A place in here for a file of that name. */
    public Path file(String name) {
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
    }

    /** Writes a small file, all of it or nothing. */
    public void write(String name, byte[] bytes) {
        Path file = file(name);
        try {
            Files.move(force(file("." + name), bytes), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What {@link #write(String, byte[])} has written under that name. */
    public Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Path force(Path file, byte[] bytes) throws IOException {
        return Files.write(
                file,
                bytes,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
    }

    /** Nothing of the run is wanted any more. */
    public void delete() {
        try {
            deleteAll(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private void forgetBestBut(Path kept) throws IOException {
        for (Path file : list(BEST)) {
            if (!file.equals(kept)) {
                Files.delete(file);
            }
        }
    }

    private List<Path> list(String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static void deleteAll(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}

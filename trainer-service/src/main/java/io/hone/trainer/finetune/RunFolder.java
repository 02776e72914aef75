package io.hone.trainer.finetune;

import io.hone.contracts.Json;
import io.hone.vision.classifier.TrainableClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    void write(RunState state, TrainableClassifier classifier) {
        try {
            Path unfinished = folder.resolve(UNFINISHED);
            deleteAll(unfinished);
            Files.createDirectories(unfinished);
            classifier.snapshot(unfinished.resolve(NETWORK));
            Files.write(unfinished.resolve(STATE), Json.write(state));
            Path snapshot = folder.resolve(SNAPSHOT + "%08d".formatted(state.iteration()));
            deleteAll(snapshot);
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
     * @param withBest whether a snapshot is of use only with the best weights it speaks of
     */
    Optional<RunState> resume(TrainableClassifier classifier, boolean withBest) {
        try {
            List<Path> newestFirst =
                    list(SNAPSHOT).stream().sorted(Comparator.reverseOrder()).toList();
            for (Path snapshot : newestFirst) {
                try {
                    RunState state = Json.read(Files.readAllBytes(snapshot.resolve(STATE)), RunState.class);
                    if (!withBest || state.best().isEmpty() || Files.exists(best(state))) {
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

    /** Steps that the newest snapshot has done; 0 without one. */
    public int reached() {
        try {
            return list(SNAPSHOT).stream()
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

package io.hone.cli.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a running Hone keeps everything: what it was sent, what it made of it, its logs, and what runs. */
public record DataFolder(Path path) {

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** What belongs to one service alone. */
    public Path of(Service service) {
        return path.resolve(service.title());
    }

    public Path log(Service service) {
        return path.resolve("logs").resolve(service.title() + ".log");
    }

    /** Where the S3 endpoint keeps an object, as a plain file. */
    public Path object(String bucket, String key) {
        return path.resolve("s3/buckets").resolve(bucket).resolve(key);
    }

    /** Who has it may do everything here. */
    public Path rootKey() {
        return path.resolve("root-key");
    }

    /** What was acknowledged of pushes that did not end well, and what failed in them. */
    public Path pushes() {
        return path.resolve("push");
    }

    public Path s3Keys() {
        return path.resolve("s3-keys.properties");
    }

    /** What was started last; it need not run any more. */
    public Optional<StackState> state() {
        return StackState.read(stateFile());
    }

    public void write(StackState state) {
        state.write(stateFile());
    }

    public void forgetState() throws IOException {
        Files.deleteIfExists(stateFile());
    }

    private Path stateFile() {
        return path.resolve("hone.json");
    }

    private Path lockFile() {
        return path.resolve("hone.lock");
    }

    /**
     * Held by the process that runs Hone in this folder. The operating system lets go of it even when that process is
     * killed.
     *
     * @return empty when another process holds it
     */
    public Optional<FileLock> lock() {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return Optional.empty();
        }
    }

    public boolean isInUse() {
        if (!Files.exists(lockFile())) {
            return false;
        }
        Optional<FileLock> lock = lock();
        lock.ifPresent(DataFolder::release);
        return lock.isEmpty();
    }

    public static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file only tells who uses the folder, so that a folder with no others is as good as empty. */
    public boolean isBookkeeping(Path file) {
        return file.equals(lockFile()) || file.equals(stateFile());
    }

    /** Throws away everything but the lock, which the caller holds. */
    public void empty() throws IOException {
        List<Path> files;
        try (var walk = Files.walk(path)) {
            files = walk.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(path) && !file.equals(lockFile()))
                    .toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}

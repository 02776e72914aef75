package io.hone.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * One stack for the whole JVM, even where a test framework loads this class in several class loaders: where it runs is
 * noted in a system property, and the lock is an interned string, which they all share.
 */
final class SharedStack {
    private static final String PROPERTY = "hone.stack.shared";

    private SharedStack() {}

    static LocalStack get() {
        synchronized (PROPERTY) {
            String note = System.getProperty(PROPERTY);
            return attach(note == null ? start() : Note.parse(note));
        }
    }

    private static Note start() {
        Path folder = temporaryFolder();
        var stack = startIn(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(stack, folder), "discard shared stack"));
        var note = new Note(
                stack.broker().pid(),
                stack.broker().port(),
                stack.s3().pid(),
                stack.s3().port(),
                folder);
        System.setProperty(PROPERTY, note.format());
        return note;
    }

    private static LocalStack startIn(Path folder) {
        try {
            return LocalStack.start(folder, Ports.anyFree());
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static LocalStack attach(Note note) {
        var home = StackHome.find();
        return LocalStack.of(
                Broker.attach(home, note.folder().resolve("kafka"), note.kafkaPort(), note.brokerPid()),
                S3Endpoint.attach(home, note.folder().resolve("s3"), note.s3Port(), Credentials.LOCAL, note.s3Pid()),
                () -> {});
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("hone-stack-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Killed and not stopped: nothing of it is kept. */
    private static void discard(LocalStack stack, Path folder) {
        stack.broker().kill();
        stack.s3().kill();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Note(long brokerPid, int kafkaPort, long s3Pid, int s3Port, Path folder) {
        static Note parse(String text) {
            String[] parts = text.split(" ", 5);
            return new Note(
                    Long.parseLong(parts[0]),
                    Integer.parseInt(parts[1]),
                    Long.parseLong(parts[2]),
                    Integer.parseInt(parts[3]),
                    Path.of(parts[4]));
        }

        String format() {
            return brokerPid + " " + kafkaPort + " " + s3Pid + " " + s3Port + " " + folder;
        }
    }
}

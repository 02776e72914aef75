package io.hone.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Broker and S3 endpoint of one machine, with the buckets {@code models} and {@code images}. */
public final class LocalStack implements AutoCloseable {
    private static final List<String> BUCKETS = List.of("models", "images");

    private final Broker broker;
    private final S3Endpoint s3;
    private final Runnable onClose;

    private LocalStack(Broker broker, S3Endpoint s3, Runnable onClose) {
        this.broker = broker;
        this.s3 = s3;
        this.onClose = onClose;
    }

    /**
     * The stack that all tests of this JVM share, started by the first who asks and gone when the JVM ends: closing it
     * does nothing. Keep apart by names of topics and objects; who wants to kill a server starts one of their own.
     */
    public static LocalStack shared() {
        return SharedStack.get();
    }

    /** As {@link #start(Path, Ports, Credentials)} with {@link Credentials#LOCAL}. */
    public static LocalStack start(Path folder, Ports ports) {
        return start(folder, ports, Credentials.LOCAL);
    }

    /**
     * Starts both at once and returns when both answer.
     *
     * @param folder everything is kept in its folders {@code kafka} and {@code s3}, across starts
     * @throws StackException when a port is taken (before anything is started), the jars are missing, or a server fails
     */
    public static LocalStack start(Path folder, Ports ports, Credentials credentials) {
        var home = StackHome.find();
        LocalPorts.requireFree(ports.wanted());
        var startingBroker =
                CompletableFuture.supplyAsync(() -> Broker.start(home, folder.resolve("kafka"), ports.kafka()));
        var startingS3 = CompletableFuture.supplyAsync(
                () -> S3Endpoint.start(home, folder.resolve("s3"), ports.s3(), credentials));
        return whenBothRun(startingBroker, startingS3);
    }

    static LocalStack of(Broker broker, S3Endpoint s3, Runnable onClose) {
        return new LocalStack(broker, s3, onClose);
    }

    private static LocalStack whenBothRun(
            CompletableFuture<Broker> startingBroker, CompletableFuture<S3Endpoint> startingS3) {
        try {
            CompletableFuture.allOf(startingBroker, startingS3).join();
        } catch (CompletionException e) {
            closeIfStarted(startingBroker, Broker::close);
            closeIfStarted(startingS3, S3Endpoint::close);
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
        var broker = startingBroker.join();
        var s3 = startingS3.join();
        BUCKETS.forEach(s3::createBucket);
        return of(broker, s3, () -> {
            broker.close();
            s3.close();
        });
    }

    private static <T> void closeIfStarted(CompletableFuture<T> starting, Consumer<T> close) {
        if (!starting.isCompletedExceptionally()) {
            close.accept(starting.join());
        }
    }

    public Broker broker() {
        return broker;
    }

    public S3Endpoint s3() {
        return s3;
    }

    @Override
    public void close() {
        onClose.run();
    }
}

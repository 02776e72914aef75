package io.hone.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ObjectStore} promises; run against the double and the real thing alike. */
abstract class ObjectStoreContract {

    private static final String TEXT = "text/plain";

    private ObjectStore store;

    /** So that tests that share a bucket do not see each other's objects. */
    private String prefix;

    abstract ObjectStore store();

    @BeforeEach
    void takeAPrefixOfOnesOwn() {
        store = store();
        prefix = "test-" + UUID.randomUUID() + "/";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        // Given
        store.write(prefix + "a", bytes("content"), TEXT);

        // When
        byte[] read = store.read(prefix + "a").orElseThrow();

        // Then
        assertThat(read).isEqualTo(bytes("content"));
        try (InputStream in = store.open(prefix + "a").orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes("content"));
        }
        assertThat(store.exists(prefix + "a")).isTrue();
    }

    @Test
    void keysComePageByPage() {
        // Given
        for (String name : List.of("a", "b/1", "b/2", "c d+é", "e")) {
            store.write(prefix + "in/" + name, bytes(name), TEXT);
        }
        store.write(prefix + "out", bytes("out"), TEXT);

        // When
        List<String> first = store.keys(prefix + "in/", "", 3);
        List<String> second = store.keys(prefix + "in/", first.get(2), 3);

        // Then
        assertThat(first).containsExactly(prefix + "in/a", prefix + "in/b/1", prefix + "in/b/2");
        assertThat(second).containsExactly(prefix + "in/c d+é", prefix + "in/e");
        assertThat(store.keys(prefix + "in/", second.get(1), 3)).isEmpty();
    }

    @Test
    void anObjectIsCopied() {
        // Given
        store.write(prefix + "from/a b+é", bytes("content"), TEXT);

        // When
        boolean copied = store.copy(prefix + "from/a b+é", prefix + "to/a b+é");

        // Then
        assertThat(copied).isTrue();
        assertThat(store.read(prefix + "to/a b+é"))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes("content")));
        assertThat(store.exists(prefix + "from/a b+é")).isTrue();
        assertThat(store.copy(prefix + "nothing", prefix + "to/nothing")).isFalse();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(store.read(prefix + "nothing")).isEmpty();
        assertThat(store.open(prefix + "nothing")).isEmpty();
        assertThat(store.exists(prefix + "nothing")).isFalse();
        assertThat(store.keys(prefix + "nothing/")).isEmpty();
        assertThat(store.folders(prefix + "nothing/")).isEmpty();
    }

    @Test
    void aFileIsUploadedWhole(@TempDir Path folder) throws IOException {
        // Given: more than one part of a multipart upload would hold
        byte[] content = new byte[11 << 20];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);

        // When
        store.upload(prefix + "file", file, "application/zip");

        // Then
        assertThat(store.read(prefix + "file").orElseThrow()).isEqualTo(content);
    }

    @Test
    void createIfAbsentKeepsTheFirst() {
        // Given
        boolean first = store.createIfAbsent(prefix + "a", bytes("first"), TEXT);

        // When
        boolean second = store.createIfAbsent(prefix + "a", bytes("second"), TEXT);

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(store.read(prefix + "a").orElseThrow()).isEqualTo(bytes("first"));
    }

    @Test
    void aWriterWhoseAnswerWasLostStillWins() {
        // Given
        store.createIfAbsent(prefix + "a", bytes("mine"), TEXT);

        // When: the client repeats the request
        boolean again = store.createIfAbsent(prefix + "a", bytes("mine"), TEXT);

        // Then
        assertThat(again).isTrue();
    }

    @Test
    void ofManyWritersExactlyOneWins() throws Exception {
        // Given
        int writers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            for (int race = 0; race < 10; race++) {
                String key = prefix + "race-" + race;
                CyclicBarrier start = new CyclicBarrier(writers);
                List<Callable<Boolean>> attempts = IntStream.range(0, writers)
                        .<Callable<Boolean>>mapToObj(writer -> () -> {
                            start.await();
                            return store.createIfAbsent(key, bytes("writer " + writer), TEXT);
                        })
                        .toList();

                // When
                List<Future<Boolean>> outcomes = threads.invokeAll(attempts);

                // Then
                int winner = -1;
                for (int writer = 0; writer < writers; writer++) {
                    if (outcomes.get(writer).get()) {
                        assertThat(winner).as("winner of race %d", race).isEqualTo(-1);
                        winner = writer;
                    }
                }
                assertThat(store.read(key).orElseThrow()).isEqualTo(bytes("writer " + winner));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void keysComeInOrder() {
        // Given
        for (String key : List.of("b/2", "a", "b/10", "c/x/y")) {
            store.write(prefix + key, bytes(key), TEXT);
        }

        // When
        var keys = store.keys(prefix);

        // Then
        assertThat(keys).containsExactly(prefix + "a", prefix + "b/10", prefix + "b/2", prefix + "c/x/y");
        assertThat(store.keys(prefix + "b/")).containsExactly(prefix + "b/10", prefix + "b/2");
        assertThat(store.keys(prefix + "b/1")).containsExactly(prefix + "b/10");
    }

    @Test
    void foldersAreTheNamesDirectlyBelow() {
        // Given
        for (String key : List.of("b/2", "a", "b/10", "c/x/y")) {
            store.write(prefix + key, bytes(key), TEXT);
        }

        // When
        var folders = store.folders(prefix);

        // Then
        assertThat(folders).containsExactlyInAnyOrder("b/", "c/");
    }

    @Test
    void aDeletedObjectIsGone() {
        // Given
        store.write(prefix + "a", bytes("content"), TEXT);

        // When
        store.delete(prefix + "a");
        store.delete(prefix + "a");

        // Then
        assertThat(store.exists(prefix + "a")).isFalse();
    }
}

package io.hone.vision.store;

import static io.hone.vision.store.TestImages.HEIGHT;
import static io.hone.vision.store.TestImages.WIDTH;
import static io.hone.vision.store.TestImages.id;
import static io.hone.vision.store.TestImages.image;
import static io.hone.vision.store.TestImages.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.images.Fingerprint;
import io.hone.images.Pixels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TracesTest {

    @TempDir
    Path directory;

    private ImageStore store;

    @BeforeEach
    void open() {
        store = ImageStore.open(directory, WIDTH, HEIGHT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Trace trace(int number, long offset) {
        return new Trace(
                id(number), offset, "daisy", Optional.of("meadow"), false, Optional.of(new Fingerprint(number)));
    }

    static Stream<Trace> traces() {
        return Stream.of(
                trace(1, 1L << 40),
                new Trace(id(1), 0, "菊", Optional.of("字".repeat(200)), false, Optional.empty()),
                new Trace(id(1), 0, "daisy", Optional.empty(), false, Optional.of(new Fingerprint(-1))),
                new Trace(id(1), 0, "daisy", Optional.empty(), false, Optional.empty()),
                new Trace(id(1), 0, "daisy", Optional.of("meadow"), true, Optional.of(new Fingerprint(9))));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void whatIsWrittenIsRead(Trace trace) {
        assertThat(TraceValues.read(trace.id(), TraceValues.written(trace))).isEqualTo(trace);
    }

    @Test
    void anImageThatGoesElsewhereLeavesItsTraceAlone() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.put(image(2, "dog", 1), pixels(2));

        // When
        boolean applied = store.elsewhere(trace(1, 2));

        // Then
        assertThat(applied).isTrue();
        assertThat(store.count()).isEqualTo(1);
        assertThat(store.find(id(1))).isEmpty();
        assertThat(store.nextOffset()).isEqualTo(3);
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.traces()).containsExactly(trace(1, 2));
            assertThat(snapshot.trace(id(1))).contains(trace(1, 2));
            assertThat(snapshot.fingerprint(id(1))).isEmpty();
            assertThat(snapshot.trace(id(2))).isEmpty();
        }
    }

    @Test
    void aTraceOutlivesTheProcessAndIsToldOnce() {
        // Given
        store.elsewhere(trace(1, 0));
        store.close();

        // When
        store = ImageStore.open(directory, WIDTH, HEIGHT);
        boolean again = store.elsewhere(new Trace(id(1), 0, "daisy", Optional.empty(), false, Optional.empty()));

        // Then
        assertThat(again).isFalse();
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.traces()).containsExactly(trace(1, 0));
        }
    }

    @Test
    void whoComesFromElsewhereIsKnownToHaveBeenThere() {
        // Given
        store.elsewhere(trace(1, 4));

        // When
        store.put(image(1, "cat", 7), pixels(1));

        // Then
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.traces()).isEmpty();
            assertThat(snapshot.lastElsewhere(id(1))).hasValue(4);
            assertThat(snapshot.find(id(1))).contains(image(1, "cat", 7));
        }
    }

    @Test
    void aNewLabelDoesNotForgetThatTheImageWasElsewhere() {
        // Given
        store.elsewhere(trace(1, 4));
        store.put(image(1, "cat", 7), pixels(1));

        // When
        store.put(image(1, "dog", 8), pixels(1));

        // Then
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.lastElsewhere(id(1))).hasValue(4);
        }
    }

    @Test
    void whatIsTakenOutLeavesNoTrace() {
        // Given
        store.elsewhere(trace(1, 0));
        store.put(image(2, "cat", 1), pixels(2));
        store.elsewhere(trace(3, 2));
        store.put(image(3, "cat", 3), pixels(3));

        // When
        store.remove(id(1), 4);
        store.remove(id(2), 5);
        store.remove(id(3), 6);

        // Then
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.traces()).isEmpty();
            assertThat(snapshot.fingerprint(id(2))).isEmpty();
            assertThat(snapshot.lastElsewhere(id(3))).isEmpty();
        }
    }

    @Test
    void whatAnImageLooksLikeIsKept() {
        // Given
        store.put(image(1, "cat", 0), pixels(1));
        store.put(image(2, "cat", 1), new Pixels(WIDTH, HEIGHT, new byte[3 * WIDTH * HEIGHT]));

        // When
        try (Snapshot snapshot = store.snapshot()) {

            // Then
            assertThat(snapshot.fingerprint(id(1))).isPresent().isEqualTo(Fingerprint.of(pixels(1)));
            assertThat(snapshot.fingerprint(id(2))).as("nothing to see").isEmpty();
        }
    }

    @Test
    void aSnapshotKeepsTheTracesOfItsMoment() {
        // Given
        store.elsewhere(trace(1, 0));

        // When
        try (Snapshot snapshot = store.snapshot()) {
            store.elsewhere(trace(2, 1));
            store.remove(id(1), 2);

            // Then
            assertThat(snapshot.traces()).containsExactly(trace(1, 0));
        }
    }

    @Test
    void anEmptiedStoreHasNone() {
        // Given
        store.elsewhere(trace(1, 0));

        // When
        store.clear();

        // Then
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.traces()).isEqualTo(List.of());
        }
    }
}

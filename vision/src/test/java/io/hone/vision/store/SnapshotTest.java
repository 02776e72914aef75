package io.hone.vision.store;

import static io.hone.vision.store.TestImages.HEIGHT;
import static io.hone.vision.store.TestImages.WIDTH;
import static io.hone.vision.store.TestImages.id;
import static io.hone.vision.store.TestImages.image;
import static io.hone.vision.store.TestImages.pixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    @TempDir
    Path directory;

    private ImageStore store;

    @BeforeEach
    void open() {
        store = ImageStore.open(directory, WIDTH, HEIGHT);
        store.put(image(1, "cat", 0), pixels(1));
        store.put(image(2, "dog", 1), pixels(2));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void staysAsItWasWhileTheFeedGoesOn() {
        try (Snapshot snapshot = store.snapshot()) {
            // When
            store.remove(id(1), 2);
            store.put(image(2, "cat", 3), pixels(2));
            store.put(image(3, "fox", 4), pixels(3));

            // Then
            assertThat(snapshot.nextOffset()).isEqualTo(2);
            assertThat(snapshot.count()).isEqualTo(2);
            assertThat(snapshot.countByLabel()).containsExactly(Map.entry("cat", 1), Map.entry("dog", 1));
            assertThat(snapshot.byArrival()).containsExactly(image(1, "cat", 0), image(2, "dog", 1));
            assertThat(snapshot.byLabel("cat")).containsExactly(image(1, "cat", 0));
            assertThat(snapshot.pixels(id(1)).rgb()).isEqualTo(pixels(1).rgb());
        }
    }

    @Test
    void outlivesTheClearingOfItsStore() {
        try (Snapshot snapshot = store.snapshot()) {
            // When
            store.clear();

            // Then
            assertThat(snapshot.byArrival()).hasSize(2);
            assertThat(snapshot.pixels(id(2)).rgb()).isEqualTo(pixels(2).rgb());
        }
    }

    @Test
    void listsArrivalsFromAnOffsetOn() {
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.byArrival(1)).containsExactly(image(2, "dog", 1));
            assertThat(snapshot.byArrival(2)).isEmpty();
        }
    }

    @Test
    void imageItDoesNotKnowIsNamed() {
        try (Snapshot snapshot = store.snapshot()) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> snapshot.pixels(id(9)))
                    .withMessageContaining(id(9).value());
        }
    }

    @Test
    void answersAnExceptionOnceClosed() {
        // Given
        Snapshot snapshot = store.snapshot();

        // When
        snapshot.close();
        snapshot.close();

        // Then
        assertThatIllegalStateException().isThrownBy(snapshot::byArrival).withMessageContaining(directory.toString());
    }

    @Test
    void answersAnExceptionOnceItsStoreIsClosed() {
        // Given
        Snapshot snapshot = store.snapshot();

        // When
        store.close();

        // Then
        assertThatIllegalStateException().isThrownBy(() -> snapshot.pixels(id(1)));
        snapshot.close();
    }

    /** Natively, reading what is being closed would end this process. */
    @Test
    void readersOnOtherThreadsSurviveTheClose() throws Exception {
        // Given
        ExecutorService readers = Executors.newFixedThreadPool(2);
        Snapshot snapshot = store.snapshot();
        List<Future<?>> reading = List.of(readers.submit(() -> readForEver(snapshot)), readers.submit(() -> {
            readForEver(store.snapshot());
        }));
        for (int offset = 2; offset < 500; offset++) {
            store.put(image(offset, "cat", offset), pixels(offset));
        }

        // When
        store.close();

        // Then
        readers.shutdown();
        assertThat(readers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(reading).allSatisfy(reader -> assertThat(reader)
                .failsWithin(1, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(IllegalStateException.class));
    }

    private static void readForEver(Snapshot snapshot) {
        while (snapshot.byArrival().size() >= 2) {
            snapshot.pixels(id(1));
        }
    }
}

package io.hone.vision.store;

import static io.hone.vision.store.TestImages.HEIGHT;
import static io.hone.vision.store.TestImages.WIDTH;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that feeds the store is killed as hard as the system can. */
class ImageStoreKilledTest {

    @TempDir
    Path directory;

    @RepeatedTest(3)
    void contentsAndOffsetAgreeAfterEachKill() throws Exception {
        for (int kill = 0; kill < 3; kill++) {
            // Given
            Process feed = startFeed();

            // When
            long acknowledged = killAfter(feed, 1 + new Random().nextInt(3_000));

            // Then
            try (ImageStore store = ImageStore.open(directory, WIDTH, HEIGHT)) {
                assertThat(store.nextOffset()).isGreaterThan(acknowledged);
                assertHolds(store, EndlessFeed.contents(store.nextOffset()));
            }
        }
    }

    @Test
    void storeOfAnotherProcessIsRefused() throws Exception {
        // Given
        Process feed = startFeed();
        try (BufferedReader applied = feed.inputReader()) {
            assertThat(applied.readLine()).isNotNull();

            // Then
            assertThatThrownBy(() -> ImageStore.open(directory, WIDTH, HEIGHT))
                    .isInstanceOf(ImageStoreException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by another process");
        } finally {
            feed.destroyForcibly().waitFor();
        }
    }

    private Process startFeed() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessFeed.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Lets some records pass, kills in the midst of others, and returns the last offset that is known as applied. */
    private static long killAfter(Process feed, int records) throws Exception {
        String last = null;
        try (BufferedReader applied = feed.inputReader()) {
            for (int i = 0; i < records; i++) {
                last = applied.readLine();
                assertThat(last).as("the feed ended by itself").isNotNull();
            }
        } finally {
            feed.destroyForcibly().waitFor();
        }
        return Long.parseLong(last);
    }

    private static void assertHolds(ImageStore store, Map<Integer, StoredImage> expected) {
        List<StoredImage> byArrival = expected.values().stream()
                .sorted(Comparator.comparingLong(StoredImage::offset))
                .toList();
        Map<String, Integer> counts =
                byArrival.stream().collect(groupingBy(StoredImage::label, counting())).entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().intValue()));
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.byArrival()).isEqualTo(byArrival);
            assertThat(snapshot.countByLabel()).isEqualTo(counts);
            assertThat(counts.keySet().stream().flatMap(label -> snapshot.byLabel(label).stream()))
                    .containsExactlyInAnyOrderElementsOf(byArrival);
            expected.forEach((number, image) -> {
                assertThat(store.find(image.id())).contains(image);
                assertThat(snapshot.pixels(image.id()).rgb())
                        .isEqualTo(TestImages.pixels(number).rgb());
            });
        }
    }
}

package io.hone.cli.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.cli.http.Http;
import io.hone.cli.push.source.ImageFolder;
import io.hone.cli.terminal.Captured;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {

    private static final Batches THREE = new Batches(3, 1_000_000);

    @TempDir
    private Path folder;

    private final Captured captured = Captured.plain();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private FakeIngest ingest;

    @BeforeEach
    void startIngest() throws IOException {
        ingest = new FakeIngest();
    }

    @AfterEach
    void stopIngest() {
        ingest.close();
    }

    @Test
    void everyImageArrivesWithItsLabel() throws IOException {
        // Given
        image("cat/1.png", "c1");
        image("cat/2.png", "hold c2");
        image("dog/deeper/1.png", "d1");
        image("dog/.thumbs/1.png", "hidden");
        image("readme.txt", "no class");

        // When
        PushSummary summary = push(THREE);

        // Then
        assertThat(ingest.stream).isEqualTo(Map.of("c1", "cat", "hold c2", "cat", "d1", "dog"));
        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.byLabel())
                .isEqualTo(Map.of("cat", Map.of("training", 1, "hold-out", 1), "dog", Map.of("training", 1)));
        assertThat(summary.distinctTraining()).isEqualTo(2);
        assertThat(summary.distinctHoldOut()).isEqualTo(1);
    }

    @Test
    void imagesAreGoldenOnlyWhenThatIsAskedFor() throws IOException {
        // Given
        image("cat/1.png", "c1");
        push(THREE);
        assertThat(ingest.golden).isEmpty();

        // When
        PushSettings golden = new PushSettings(THREE, 2, Duration.ofMinutes(1), true);
        try (ImageFolder images = ImageFolder.open(folder)) {
            new Push(captured.terminal(), http(), ingest.address(), "plants", golden, pauses::add).send(images);
        }

        // Then
        assertThat(ingest.golden).containsExactly("c1");
    }

    @Test
    void aZipIsAsGoodAsAFolder() throws IOException {
        // Given
        Path zip = folder.resolve("stream.zip");
        try (FileSystem archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Files.createDirectories(archive.getPath("/cat"));
            Files.writeString(archive.getPath("/cat/1.png"), "c1");
        }

        // When
        try (ImageFolder images = ImageFolder.open(zip)) {
            push(THREE, Duration.ofMinutes(1)).send(images);
        }

        // Then
        assertThat(ingest.stream).isEqualTo(Map.of("c1", "cat"));
    }

    @Test
    void aServiceThatIsAwayIsAskedAgainWhenItSaysSo() throws IOException {
        // Given
        image("cat/1.png", "c1");
        ingest.first(503, "7", "{\"detail\":\"Kafka is away\"}");

        // When
        PushSummary summary = push(THREE);

        // Then
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(summary.isComplete()).isTrue();
        assertThat(ingest.stream).containsKey("c1");
    }

    @Test
    void aBrokenConnectionIsTriedAgain() throws IOException {
        // Given: HTTP clients repeat a request once by themselves only when it is safe to
        image("cat/1.png", "c1");
        ingest.first(0, "", "");

        // When
        PushSummary summary = push(THREE);

        // Then
        assertThat(pauses).hasSize(1);
        assertThat(summary.isComplete()).isTrue();
    }

    @Test
    void onlyTheImagesWhoseTurnCameWhileTheBrokerWasAwayAreSentAgain() throws IOException {
        // Given
        image("cat/1.png", "c1");
        image("cat/2.png", "c2");
        ingest.first(200, "", """
                {"outcomes":[{"status":201,"image":{"id":"1","split":"training"}},
                             {"status":503,"problem":{"detail":"Kafka is away"}}]}""");

        // When
        PushSummary summary = push(THREE);

        // Then
        assertThat(ingest.stream).isEqualTo(Map.of("c2", "cat"));
        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(summary.isComplete()).isTrue();
    }

    @Test
    void patienceHasAnEndAndTheImagesAreNamed() throws IOException {
        // Given
        image("cat/1.png", "c1");
        for (int i = 0; i < 20; i++) {
            ingest.first(503, "30", "{\"detail\":\"Kafka is away\"}");
        }

        // When
        PushSummary summary = push(THREE);

        // Then
        PushReport.print(captured.terminal(), summary);
        assertThat(ingest.requests).hasValue(3);
        assertThat(summary.isComplete()).isFalse();
        assertThat(captured.out()).contains("1 not delivered: Kafka is away").contains("cat/1.png");
    }

    @Test
    void refusedImagesAreListedWithTheirReason() throws IOException {
        // Given
        image("cat/1.png", "broken");
        image("cat/2.png", "c2");

        // When
        PushSummary summary = push(THREE);

        // Then
        PushReport.print(captured.terminal(), summary);
        assertThat(summary.isComplete()).isFalse();
        assertThat(captured.out()).contains("1 refused: not an image").contains("cat/1.png");
        assertThat(ingest.stream).containsOnlyKeys("c2");
    }

    @Test
    void aBatchThatIsTooLargeIsHalved() throws IOException {
        // Given
        image("cat/1.png", "c1");
        image("cat/2.png", "c2");
        ingest.first(413, "", "{\"detail\":\"too large\"}");

        // When
        PushSummary summary = push(THREE);

        // Then
        assertThat(ingest.requests).hasValue(3);
        assertThat(summary.accepted()).isEqualTo(2);
    }

    @Test
    void anUnknownModelEndsThePushAtOnce() throws IOException {
        // Given
        image("cat/1.png", "c1");
        ingest.first(404, "", "{\"detail\":\"model 'plants' is not registered\"}");

        // When, Then
        assertThatThrownBy(() -> push(THREE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("model 'plants' is not registered")
                .extracting(failure -> ((CommandFailure) failure).next())
                .asString()
                .contains("./hone register");
    }

    @Test
    void pushedAgainNothingIsDoubled() throws IOException {
        // Given
        image("cat/1.png", "c1");
        image("dog/2.png", "c1");
        push(THREE);

        // When
        PushSummary again = push(THREE);

        // Then
        PushReport.print(captured.terminal(), again);
        assertThat(ingest.stream).hasSize(1);
        assertThat(again.accepted()).isEqualTo(2);
        assertThat(again.distinct()).isEqualTo(1);
        assertThat(captured.out()).contains("1 of them are byte for byte the same");
    }

    @Test
    void anImageThatCannotBeReadStopsNoOther() throws IOException {
        // Given
        image("cat/1.png", "c1");
        image("cat/2.png", "");

        // When
        PushSummary summary = push(THREE);

        // Then
        PushReport.print(captured.terminal(), summary);
        assertThat(ingest.stream).containsOnlyKeys("c1");
        assertThat(captured.out()).contains("1 not usable: it is empty").contains("cat/2.png");
    }

    @Test
    void anEmptyFolderIsNamed() {
        // When, Then
        assertThatThrownBy(() -> push(THREE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("there are no images in");
    }

    private void image(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private PushSummary push(Batches batches) throws IOException {
        try (ImageFolder images = ImageFolder.open(folder)) {
            return push(batches, Duration.ofMinutes(1)).send(images);
        }
    }

    private static Http http() {
        return new Http(Push.ANSWER_WITHIN);
    }

    private Push push(Batches batches, Duration patience) {
        URI address = ingest.address();
        return new Push(
                captured.terminal(),
                http(),
                address,
                "plants",
                new PushSettings(batches, 2, patience, false),
                pauses::add);
    }
}

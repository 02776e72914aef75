package io.hone.cli.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.cli.HoneProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people run it: a process of its own. */
class PushCommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int IMAGES = 40;

    @TempDir
    private Path folder;

    private FakeIngest ingest;
    private Path source;
    private int runs;

    @BeforeEach
    void startIngest() throws IOException {
        ingest = new FakeIngest();
        source = folder.resolve("images");
    }

    @AfterEach
    void stopIngest() {
        ingest.close();
    }

    @Test
    void aPushThatWasKilledGoesOnWhereItWas() throws Exception {
        // Given a push that is killed when some of its images are acknowledged
        writeImages();
        ingest.pauseBeforeEachAnswer(Duration.ofMillis(100));
        try (HoneProcess push = start("--batch", "1", "--connections", "1")) {
            await().atMost(PATIENCE).until(() -> journalled() >= 5);
            push.kill();
            assertThat(push.awaitExit(PATIENCE)).isEqualTo(137);
        }
        long acknowledged = journalled();
        int sentBefore = ingest.requests.get();

        // When
        ingest.pauseBeforeEachAnswer(Duration.ZERO);
        String output = run(0, "--batch", "1");

        // Then only the others are sent, but for one whose answer came too late, and it says so
        assertThat(acknowledged).isLessThan(IMAGES);
        assertThat(ingest.requests.get() - sentBefore).isEqualTo(IMAGES - (int) acknowledged);
        assertThat(ingest.stream).hasSize(IMAGES);
        assertThat(output)
                .contains("Going on: %d images were acknowledged by an earlier push".formatted(acknowledged))
                .contains("All 40 images are in the stream (%d of them from before)".formatted(acknowledged));

        // Then the next push begins anew
        assertThat(run(0)).doesNotContain("Going on");
    }

    @Test
    void whoEndsItIsToldHowToGoOn() throws Exception {
        // Given
        writeImages();
        ingest.pauseBeforeEachAnswer(Duration.ofMillis(100));
        try (HoneProcess push = start("--batch", "1", "--connections", "1")) {
            await().atMost(PATIENCE).until(() -> journalled() > 0);

            // When
            push.terminate();

            // Then
            assertThat(push.awaitExit(PATIENCE)).isEqualTo(143);
            assertThat(push.output()).contains("the same command goes on from there");
        }
    }

    @Test
    void whatFailedIsListedAndOnlyThatIsTriedAgain() throws Exception {
        // Given
        writeImages();
        Path broken = Files.writeString(folder.resolve("images/cat/broken.png"), "broken image");

        // When
        String output = run(1, "--failures", folder.resolve("failed.csv").toString());

        // Then
        assertThat(output).contains("1 refused: not an image").contains("failed.csv");
        assertThat(Files.readAllLines(folder.resolve("failed.csv")))
                .containsExactly("image,what,reason", "cat/broken.png,refused,\"not an image\"");

        // When it is mended
        Files.writeString(broken, "mended image");
        int before = ingest.requests.get();
        String again = run(0, "--batch", "1");

        // Then
        assertThat(again).contains("All 41 images are in the stream (40 of them from before)");
        assertThat(ingest.requests.get() - before).isEqualTo(1);
    }

    @Test
    void everythingCanBeSentAgain() throws Exception {
        // Given
        writeImages();
        Files.writeString(folder.resolve("images/cat/broken.png"), "broken image");
        run(1);
        int before = ingest.requests.get();

        // When
        run(1, "--again", "--batch", "1");

        // Then
        assertThat(ingest.requests.get() - before).isEqualTo(IMAGES + 1);
    }

    @Test
    void aDryRunReadsEverythingAndSendsNothing() throws Exception {
        // Given
        writeImages();
        Files.writeString(folder.resolve("images/cat/gif.gif"), "GIF89a");

        // When: texts are no images, and this command looks only at how they begin
        String output = run(1, "--dry-run");

        // Then
        assertThat(ingest.requests).hasValue(0);
        assertThat(output)
                .contains("by the rule")
                .contains("40 refused: its bytes begin as no JPEG")
                .contains("Nothing was sent");
    }

    @Test
    void aDryRunThatFindsNothingWrongIsASuccess() throws Exception {
        // Given
        source = folder.resolve("gifs");
        Files.createDirectories(source.resolve("cat"));
        Files.writeString(source.resolve("cat/1.gif"), "GIF89a");

        // When
        String output = run(0, "--dry-run", "--format", "folder");

        // Then
        assertThat(output).contains("1 image would be sent; nothing was");
    }

    @Test
    void someOfThemAreChosenAtRandom() throws Exception {
        // Given
        writeImages();

        // When
        String output = run(0, "--images", "7", "--seed", "5");

        // Then
        assertThat(output).contains("All 7 images are in the stream");
        assertThat(ingest.stream).hasSize(7);
    }

    @Test
    void wrongOptionsAreMisuse() throws Exception {
        // Given
        writeImages();

        // When, Then
        assertThat(run(2, "--connections", "0")).contains("--connections is 0, must be between 1 and 64");
    }

    private void writeImages() throws IOException {
        for (int i = 0; i < IMAGES; i++) {
            Path file =
                    folder.resolve("images").resolve(i % 2 == 0 ? "cat" : "dog").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "image " + i);
        }
    }

    private long journalled() throws IOException {
        Path pushes = folder.resolve("data/push");
        if (!Files.isDirectory(pushes)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(pushes)) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / Long.BYTES;
        }
    }

    private String run(int status, String... options) throws Exception {
        try (HoneProcess push = start(options)) {
            assertThat(push.awaitExit(PATIENCE)).as(push.output()).isEqualTo(status);
            return push.output();
        }
    }

    private HoneProcess start(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("push"));
        arguments.add(source.toString());
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(
                "--model",
                "plants",
                "--ingest",
                ingest.address().toString(),
                "--data",
                folder.resolve("data").toString()));
        Path output = folder.resolve("output-" + runs++);
        return HoneProcess.start(folder, output, arguments.toArray(String[]::new));
    }
}

package io.hone.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.cli.HoneProcess;
import io.hone.cli.place.DataFolder;
import io.hone.cli.place.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real broker, real S3 endpoint, real processes; only the three services are stand-ins. */
class UpIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TERMINATED = 143;

    /** With a space in its name, as people's folders have. */
    @TempDir
    private Path temporary;

    private Path root;
    private DataFolder data;
    private HoneProcess up;

    @BeforeEach
    void startUp() throws IOException {
        root = Files.createDirectories(temporary.resolve("my hone"));
        data = new DataFolder(root.resolve(".hone"));
        for (String service : List.of("ingest", "trainer", "evaluator")) {
            FakeService.packageAs(root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar"));
        }
        up = start("up.txt", "up", "--port-base", "0").awaitOutput("Ctrl-C ends it.", SOON);
    }

    @AfterEach
    void endUp() {
        up.close();
    }

    @Test
    void itEndsEveryProcessWhenItIsToldTo() throws Exception {
        // Given
        List<RunningProcess> processes = data.state().orElseThrow().processes();
        assertThat(processes).hasSize(5).allMatch(RunningProcess::isRunning);

        // When
        up.terminate();

        // Then
        assertThat(up.awaitExit(SOON)).isEqualTo(TERMINATED);
        assertThat(processes).noneMatch(RunningProcess::isRunning);
        assertThat(data.isInUse()).isFalse();
        assertThat(up.output()).doesNotContain("hone: ");
    }

    @Test
    void noProcessOutlivesIt() {
        // Given
        List<RunningProcess> processes = data.state().orElseThrow().processes();

        // When
        up.kill();

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(processes).noneMatch(RunningProcess::isRunning));
    }

    @Test
    void aServiceThatDiesEndsItAndIsNamed() throws Exception {
        // Given
        List<RunningProcess> processes = data.state().orElseThrow().processes();
        RunningProcess trainer = processes.stream()
                .filter(process -> process.name().equals("trainer"))
                .findFirst()
                .orElseThrow();

        // When
        trainer.find().orElseThrow().destroyForcibly();

        // Then
        assertThat(up.awaitExit(SOON)).isEqualTo(1);
        assertThat(up.output())
                .contains("the trainer ended with status 137. The end of its log:")
                .contains("data in " + data.path().resolve("trainer"))
                .contains(trainer.log());
        assertThat(processes).noneMatch(RunningProcess::isRunning);
    }

    @Test
    void aSecondOneIsToldWhoIsThereStatusTellsWhatRunsAndDownEndsIt() throws Exception {
        // Given
        long owner = data.state().orElseThrow().owner().pid();

        // When
        HoneProcess second = start("second.txt", "up", "--port-base", "0");
        HoneProcess status = start("status.txt", "status");
        int secondExit = second.awaitExit(SOON);
        int statusExit = status.awaitExit(SOON);
        HoneProcess down = start("down.txt", "down");

        // Then
        assertThat(secondExit).isEqualTo(1);
        assertThat(second.output()).contains("Hone is already up").contains("process " + owner);
        assertThat(statusExit).isZero();
        assertThat(status.output()).contains("Kafka broker", "S3 endpoint", "ingest", "trainer", "evaluator", "ready");
        assertThat(down.awaitExit(SOON)).isZero();
        assertThat(up.awaitExit(SOON)).isEqualTo(TERMINATED);
    }

    private HoneProcess start(String output, String... arguments) throws IOException {
        return HoneProcess.start(root, temporary.resolve(output), arguments);
    }
}

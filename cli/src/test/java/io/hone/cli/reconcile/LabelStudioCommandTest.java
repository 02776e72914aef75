package io.hone.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.cli.http.RecordingServer;
import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Captured;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LabelStudioCommandTest {

    private static final String PATH = "/v1/models/planes/feeds/label-studio";

    private final Captured captured = Captured.plain();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private RecordingServer ingest;

    @TempDir
    private Path root;

    @BeforeEach
    void startIngest() throws IOException {
        ingest = new RecordingServer();
        answering(202, "{\"queued\": 2, \"skipped\": 0, \"refused\": []}");
    }

    @AfterEach
    void stopIngest() {
        ingest.close();
    }

    @Test
    void anExportIsSentAsWebhooksWouldHave() throws Exception {
        // When
        int status = run(fixture());

        // Then
        assertThat(status).as(captured.err()).isZero();
        assertThat(ingest.requests()).hasSize(1);
        JsonNode webhook = new JsonMapper().readTree(ingest.requests().get(0).body());
        assertThat(webhook.path("action").asText()).isEqualTo("ANNOTATIONS_CREATED");
        assertThat(webhook.path("annotation").findValuesAsText("id"))
                .startsWith("21")
                .contains("23");
        assertThat(webhook.at("/annotation/0/ground_truth").asBoolean()).isTrue();
        assertThat(webhook.at("/annotation/0/updated_at").asText()).startsWith("2026-01-01");
        assertThat(webhook.at("/annotation/1/task").asInt()).isEqualTo(32);
        assertThat(webhook.at("/task/1/data/image").asText()).isEqualTo("/data/upload/2/second.png");
        // Then what gives no label does not travel
        assertThat(webhook.at("/annotation/0/result")).hasSize(1);
        assertThat(captured.out()).contains("3 annotations: 2 queued, 1 skipped by their annotators, 0 refused");
    }

    @Test
    void whatIsRefusedIsListedAndTheStatusTells() throws Exception {
        // Given
        answering(202, "{\"queued\": 1, \"skipped\": 0, \"refused\": [\"id of an annotation is missing\"]}");

        // When
        int status = run(fixture());

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.out()).contains("id of an annotation is missing");
        assertThat(captured.err()).contains("1 annotations were refused");
    }

    @Test
    void aLargeExportGoesInParts() throws IOException {
        // Given
        String tasks = IntStream.range(0, 1_000).mapToObj("""
                        {"id": %1$d, "data": {"image": "/%1$d.png"}, "annotations": [{"id": %1$d, "result": []}]}
                        """::formatted).collect(Collectors.joining(","));
        answering(202, "{\"queued\": 200, \"skipped\": 0, \"refused\": []}");

        // When
        int status = run(export("[" + tasks + "]"));

        // Then
        assertThat(status).isZero();
        assertThat(ingest.requests()).hasSize(5);
        assertThat(captured.out()).contains("1,000 annotations: 1,000 queued");
    }

    @Test
    void aServiceThatIsAwayIsAskedAgainForAWhile() throws Exception {
        // Given
        answering(503, "{\"detail\": \"Kafka is away\"}");

        // When
        int status = run(fixture());

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(pauses).hasSize(5).containsOnly(Duration.ofSeconds(2));
        assertThat(captured.err()).contains("Kafka is away").contains("Run the same command again");
    }

    @Test
    void aWrongSecretIsToldWithWhatToDo() throws Exception {
        // Given
        answering(401, "{\"detail\": \"no Label Studio has that secret\"}");

        // When
        int status = run(fixture());

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("hone.feeds.label-studio.name.secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "[{\"id\": 1, \"annotations\": [{\"id\": 1}]}",
                "[{\"image\": \"/1.png\", \"id\": 1, \"choice\": \"Airbus\", \"annotation_id\": 1}]",
                "id,choice\n1,Airbus"
            })
    void whatIsNoExportIsTold(String text) throws IOException {
        // When
        int status = run(export(text));

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("is no JSON export of Label Studio").contains("JSON (not JSON-MIN");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThat(run(root.resolve("none.json"))).isEqualTo(1);
        assertThat(captured.err()).contains("there is no file");
    }

    private static Path fixture() throws URISyntaxException {
        return Path.of(LabelStudioCommandTest.class
                .getResource("/label-studio/export.json")
                .toURI());
    }

    private Path export(String text) throws IOException {
        return Files.writeString(root.resolve("export.json"), text);
    }

    private void answering(int status, String json) {
        ingest.answering("POST", PATH, status, json);
    }

    private int run(Path export) {
        try {
            Path secret = Files.writeString(root.resolve("secret"), "the secret of the lab\n");
            return new CommandLine(new LabelStudioCommand(captured.terminal(), new Installation(root), pauses::add))
                    .setExecutionExceptionHandler((failure, command, result) -> {
                        captured.terminal().failure((CommandFailure) failure);
                        return 1;
                    })
                    .execute(
                            export.toString(),
                            "--model=planes",
                            "--secret-file=" + secret,
                            "--patience=10",
                            "--ingest=" + ingest.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

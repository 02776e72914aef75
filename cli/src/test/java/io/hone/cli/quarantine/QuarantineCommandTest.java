package io.hone.cli.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.cli.http.RecordingServer;
import io.hone.cli.http.RecordingServer.Request;
import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Captured;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QuarantineCommandTest {

    private static final String ID = "9d24".repeat(16);
    private static final String PATH = "/v1/models/plants/quarantine";

    private final Captured captured = Captured.plain();
    private RecordingServer ingest;

    @TempDir
    private Path root;

    @BeforeEach
    void startIngest() throws IOException {
        ingest = new RecordingServer();
    }

    @AfterEach
    void stopIngest() {
        ingest.close();
    }

    @Test
    void theListTellsWhatIsDoubtedAndWhoSaidSo() {
        // Given
        ingest.answering("GET", PATH, 200, """
                [{"id": "%s", "label": "rose", "annotator": "ada", "predicted": "daisy", "confidence": 0.97,
                  "champion": 3, "doubtedAt": "2026-11-22T10:15:31Z", "history": []}]
                """.formatted(ID));

        // When
        int status = run("list", "plants", "--annotator", "ada", "--limit", "7");

        // Then
        assertThat(status).isZero();
        assertThat(captured.out()).contains(ID, "rose", "ada", "daisy", "97.0 %", "2026-11-22T10:15:31Z");
        assertThat(ingest.requests())
                .extracting(Request::target)
                .containsExactly(PATH + "?annotator=ada&limit=7&skip=0");
    }

    @Test
    void anEmptyListSaysSo() {
        // Given
        ingest.answering("GET", PATH, 200, "[]");

        // When
        int status = run("list", "plants");

        // Then
        assertThat(status).isZero();
        assertThat(captured.out()).contains("No label of 'plants' is doubted.");
    }

    @Test
    void imagesAreReleasedAsTheyWereOrUnderAnotherLabel() {
        // Given
        ingest.answering("POST", PATH + "/" + ID + "/release", 200, "{\"id\": \"x\", \"label\": \"daisy\"}");

        // When
        int kept = run("release", "plants", ID);
        int corrected = run("release", "plants", ID, "--label", "daisy", "--annotator", "grace");

        // Then
        assertThat(new int[] {kept, corrected}).containsOnly(0);
        assertThat(captured.out()).contains("Image " + ID + " is in the stream again, as 'daisy'.");
        assertThat(ingest.requests())
                .extracting(Request::body)
                .containsExactly("", "{\"label\":\"daisy\",\"annotator\":\"grace\"}");
    }

    @Test
    void imagesAreDiscarded() {
        // Given
        ingest.answering("DELETE", PATH + "/" + ID, 204, "");

        // When
        int status = run("discard", "plants", ID);

        // Then
        assertThat(status).isZero();
        assertThat(captured.out()).contains("Image " + ID + " is gone.");
    }

    @Test
    void aRefusalIsToldInIngestsWords() {
        // Given
        ingest.answering("DELETE", PATH + "/" + ID, 404, "{\"detail\": \"not in quarantine\"}");

        // When
        int status = run("discard", "plants", ID);

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("not in quarantine", "./hone quarantine list");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--ingest");
        all.add(ingest.address());
        CommandLine command = QuarantineCommand.with(captured.terminal(), new Installation(root))
                .setExecutionExceptionHandler((failure, line, result) -> {
                    captured.terminal().failure((CommandFailure) failure);
                    return 1;
                });
        return command.execute(all.toArray(String[]::new));
    }
}

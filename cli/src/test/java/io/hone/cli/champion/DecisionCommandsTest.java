package io.hone.cli.champion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hone.cli.http.RecordingServer;
import io.hone.cli.http.RecordingServer.Request;
import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Captured;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecisionCommandsTest {

    private static final String ENTRY = "{\"version\": %d}";

    private final Captured captured = Captured.plain();
    private RecordingServer evaluator;

    @TempDir
    private Path root;

    @BeforeEach
    void startEvaluator() throws IOException {
        evaluator = new RecordingServer();
    }

    @AfterEach
    void stopEvaluator() {
        evaluator.close();
    }

    @Test
    void aRollbackNeedsAReasonAndNothingMore() throws IOException {
        // Given
        evaluator.answering("POST", "/v1/models/plants/rollback", 200, ENTRY.formatted(2));

        // When
        int status = run(rollback(), "plants", "--reason", "it blurs", "--by", "ada");

        // Then
        assertThat(status).isZero();
        assertThat(sent()).isEqualTo(json("{\"by\": \"ada\", \"reason\": \"it blurs\"}"));
        assertThat(captured.out()).contains("Version 2 of 'plants' is champion again.");
    }

    @Test
    void eachCallIsARequestOfItsOwn() {
        // Given
        evaluator.answering("POST", "/v1/models/plants/rollback", 200, ENTRY.formatted(2));

        // When
        run(rollback(), "plants", "--reason", "once");
        run(rollback(), "plants", "--reason", "twice");

        // Then
        assertThat(evaluator.requests())
                .extracting(Request::idempotencyKey)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.isPresent() && key.get().length() >= 32);
    }

    @Test
    void aVersionCanBeNamed() throws IOException {
        // Given
        evaluator.answering("POST", "/v1/models/plants/rollback", 200, ENTRY.formatted(1));

        // When
        int status = run(rollback(), "plants", "1", "--reason", "all of it", "--by", "ada");

        // Then
        assertThat(status).isZero();
        assertThat(sent()).isEqualTo(json("{\"by\": \"ada\", \"version\": 1, \"reason\": \"all of it\"}"));
    }

    @Test
    void promotingApprovingAndRejectingNameTheirVersion() throws IOException {
        // Given
        evaluator
                .answering("POST", "/v1/models/plants/promote", 200, ENTRY.formatted(3))
                .answering("POST", "/v1/models/plants/approve", 200, ENTRY.formatted(4))
                .answering("POST", "/v1/models/plants/reject", 200, ENTRY.formatted(5));

        // When
        int promoted = run(promote(), "plants", "3", "--reason", "the fair");
        int approved = run(approve(), "plants", "4", "--by", "ada");
        int rejected = run(reject(), "plants", "5", "--reason", "wrong folder");

        // Then
        assertThat(new int[] {promoted, approved, rejected}).containsOnly(0);
        assertThat(json(evaluator.requests().get(1).body())).isEqualTo(json("{\"by\": \"ada\", \"version\": 4}"));
        assertThat(captured.out())
                .contains("Version 3 of 'plants' is champion.")
                .contains("Version 4 of 'plants' is champion.")
                .contains("Version 5 of 'plants' is rejected.");
    }

    @Test
    void withoutAReasonNothingIsSent() {
        assertThat(run(rollback(), "plants")).isEqualTo(2);
        assertThat(run(promote(), "plants", "3")).isEqualTo(2);
        assertThat(run(reject(), "plants", "3")).isEqualTo(2);
        assertThat(evaluator.requests()).isEmpty();
    }

    @Test
    void aRefusalIsToldInTheEvaluatorsWords() {
        // Given
        evaluator.answering(
                "POST", "/v1/models/plants/rollback", 422, "{\"detail\": \"version 7 was never champion\"}");

        // When
        int status = run(rollback(), "plants", "7", "--reason", "try");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err())
                .contains("'plants' was not rolled back: version 7 was never champion")
                .contains("./hone status");
    }

    private Callable<Integer> rollback() {
        return new RollbackCommand(captured.terminal(), new Installation(root));
    }

    private Callable<Integer> promote() {
        return new PromoteCommand(captured.terminal(), new Installation(root));
    }

    private Callable<Integer> approve() {
        return new ApproveCommand(captured.terminal(), new Installation(root));
    }

    private Callable<Integer> reject() {
        return new RejectCommand(captured.terminal(), new Installation(root));
    }

    private int run(Callable<Integer> command, String... options) {
        String[] arguments = new String[options.length + 2];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] = "--evaluator";
        arguments[options.length + 1] = evaluator.address();
        return new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, result) -> {
                    captured.terminal().failure((CommandFailure) failure);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    private JsonNode sent() throws IOException {
        return json(evaluator.requests().get(0).body());
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }
}

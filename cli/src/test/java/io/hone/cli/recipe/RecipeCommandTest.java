package io.hone.cli.recipe;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecipeCommandTest {

    private static final String PATH = "/v1/models/plants/recipe";
    private static final String IN_FORCE = """
            {"model": "plants", "sequence": 4, "settings": {"epochs": 7, "kind": "partial"},
             "keys": [
               {"key": "kind", "value": "partial", "from": "model", "default": "full"},
               {"key": "epochs", "value": 7, "from": "model"},
               {"key": "batch-size", "value": 16, "from": "trainer"},
               {"key": "rates.backbone", "value": 1.0E-4, "from": "default"},
               {"key": "augmentation.flip", "value": true, "from": "default"}]%s}
            """;

    private final Captured captured = Captured.plain();
    private RecordingServer trainer;

    @TempDir
    private Path root;

    @BeforeEach
    void startTrainer() throws IOException {
        trainer = new RecordingServer().answering("GET", PATH, 200, IN_FORCE.formatted(""));
    }

    @AfterEach
    void stopTrainer() {
        trainer.close();
    }

    @Test
    void theTableTellsValueAndOrigin() {
        // When
        int status = run();

        // Then
        assertThat(status).isZero();
        assertThat(captured.out().lines())
                .anyMatch(line -> line.matches(" +epochs +7 +model"))
                .anyMatch(line -> line.matches(" +batch-size +16 +trainer"))
                .anyMatch(line -> line.matches(" +rates.backbone +0.0001 +default"))
                .anyMatch(line -> line.matches(" +augmentation.flip +true +default"));
        assertThat(trainer.requests()).hasSize(1);
    }

    @Test
    void aChangeKeepsTheOtherSettings() throws IOException {
        // Given
        trainer.answering("PUT", PATH, 200, IN_FORCE.formatted(""));

        // When
        int status = run(
                "--set",
                "rates.multipliers=layer1=0.1,layer2=0",
                "--set=epochs=9",
                "--unset",
                "kind",
                "--reason",
                "it's slow & late");

        // Then
        assertThat(status).isZero();
        Request change = trainer.requests().get(1);
        assertThat(json(change.body()))
                .isEqualTo(json("{\"epochs\": \"9\", \"rates.multipliers\": \"layer1=0.1,layer2=0\"}"));
        assertThat(change.target()).isEqualTo(PATH + "?reason=it%27s+slow+%26+late");
        assertThat(change.ifMatch()).contains("\"4\"");
        assertThat(captured.out()).contains("The next run of 'plants' follows it.");
    }

    @Test
    void aRefusalIsToldInTheTrainersWords() {
        // Given
        trainer.answering("PUT", PATH, 400, "{\"detail\": \"epochs is '0', must be 1 to 10000\"}");

        // When
        int status = run("--set", "epochs=0");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err())
                .contains("the recipe of 'plants' was not changed: epochs is '0', must be 1 to 10000");
    }

    @Test
    void whatIsNotSetCannotBeUnset() {
        // When
        int status = run("--unset", "batch-size");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("'batch-size' is not set for this model");
        assertThat(trainer.requests()).hasSize(1);
    }

    @Test
    void whatIsNoPairIsRefused() {
        // When
        int status = run("--set", "epochs");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("--set is 'epochs', must be key=value");
    }

    @Test
    void aRecipeThatNoRunCanFollowEndsWithStatus1() {
        // Given
        trainer.answering("GET", PATH, 200, IN_FORCE.formatted(", \"contradiction\": \"validation.share is 0\""));

        // When
        int status = run();

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.out()).contains("No run can follow it: validation.share is 0");
    }

    private int run(String... options) {
        return new CommandLine(new RecipeCommand(captured.terminal(), new Installation(root)))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    captured.terminal().failure((CommandFailure) failure);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments(options));
    }

    private String[] arguments(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "plants";
        arguments[1] = "--trainer";
        arguments[2] = trainer.address();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return arguments;
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }
}

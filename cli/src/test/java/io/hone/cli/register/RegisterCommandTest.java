package io.hone.cli.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.cli.http.RecordingServer;
import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Captured;
import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RegisterCommandTest {

    private static final String MODELS = "/v1/models";

    private final Captured captured = Captured.plain();
    private RecordingServer evaluator;

    @TempDir
    private Path root;

    @BeforeEach
    void startEvaluator() throws IOException {
        evaluator = new RecordingServer().answering("POST", MODELS, 201, "{\"model\": \"plants\"}");
    }

    @AfterEach
    void stopEvaluator() {
        evaluator.close();
    }

    @Test
    void aPlainRegistrationAsksForNothingElse() throws IOException {
        // When
        int status = register();

        // Then
        assertThat(status).isZero();
        assertThat(body()).contains("name=\"torchScript\"").doesNotContain("recipe", "head", "weights");
        assertThat(captured.out()).contains("'plants' is registered: version 1 is its champion.");
    }

    @Test
    void whatIsToBeDoneToTheFileIsAskedFor() throws IOException {
        // When
        register("--head", "classifier.3", "--replace-head", "--weights", file("weights.safetensors", "numbers"));

        // Then
        assertThat(part("head")).isEqualTo("classifier.3");
        assertThat(part("replaceHead")).isEqualTo("true");
        assertThat(body()).contains("name=\"weights\"; filename=\"weights.safetensors\"");
    }

    @Test
    void recipeKeysGoBeforeTheRecipeFile() throws IOException {
        // When
        register(
                "--recipe-file",
                file("recipe.json", "{\"kind\": \"partial\", \"epochs\": 3}"),
                "--recipe",
                "epochs=5",
                "--recipe=rates.multipliers=layer1=0.1,layer2=0");

        // Then
        assertThat(part("recipe"))
                .isEqualTo("{\"kind\":\"partial\",\"epochs\":\"5\",\"rates.multipliers\":\"layer1=0.1,layer2=0\"}");
    }

    @Test
    void theFateOfTheWeightsIsTold() throws IOException {
        // Given
        evaluator.answering("POST", MODELS, 201, """
                {"model": "plants", "origin": {"replacedClasses": 1000, "weights": {
                  "taken": ["conv1.weight", "bn1.weight"],
                  "anew": ["fc.weight: shape [3, 512], the weights have [1000, 512]"],
                  "unused": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]}}}
                """);

        // When
        register("--weights", file("weights.safetensors", "numbers"));

        // Then
        assertThat(captured.out())
                .contains("2 were taken from the weights and 1 were not; 10 of the weights fit nowhere")
                .contains("fc.weight: shape [3, 512], the weights have [1000, 512]")
                .contains("and 2 more, all in the version's manifest.json")
                .contains("Is more missing than the head?")
                .contains("Its head told 1000 classes apart");
    }

    @Test
    void aRefusalIsToldInTheEvaluatorsWords() throws IOException {
        // Given
        evaluator.answering("POST", MODELS, 422, "{\"detail\": \"ask with replaceHead=true for a fresh head\"}");

        // When
        int status = register();

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("'plants' was not registered: ask with replaceHead=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[3]", "epochs=3"})
    void aRecipeFileThatHoldsNoneIsRefused(String content) throws IOException {
        // When
        int status = register("--recipe-file", file("recipe.json", content));

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("recipe.json does not hold recipe settings");
        assertThat(evaluator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--weights", "--recipe-file"})
    void aFileThatIsNotThereIsNamed(String option) throws IOException {
        // When
        int status = register(option, "nowhere");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains(option + ": there is no file nowhere that can be read");
    }

    private int register(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "plants",
                "--evaluator",
                evaluator.address(),
                "--torchscript",
                file("model.pt", "network"),
                "--classes",
                file("synset.txt", "a\nb\n"),
                "--width=32",
                "--height=32"));
        arguments.addAll(List.of(options));
        return new CommandLine(new RegisterCommand(captured.terminal(), new Installation(root)))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    captured.terminal().failure((CommandFailure) failure);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(root.resolve(name), content).toString();
    }

    private String body() {
        return evaluator.requests().get(0).body();
    }

    /** Of the request, a text field's value. */
    private String part(String name) {
        String[] afterName = body().split("name=\"" + name + "\"\r\n[^\r]*\r\n\r\n", -1);
        return afterName[1].substring(0, afterName[1].indexOf("\r\n--"));
    }
}

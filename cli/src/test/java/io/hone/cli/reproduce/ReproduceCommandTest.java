package io.hone.cli.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.cli.http.RecordingServer;
import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Captured;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.time.Polling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReproduceCommandTest {

    private static final String START = "/v1/models/plants/versions/3/reproductions";
    private static final String ONE = "/v1/models/plants/reproductions/r1";
    private static final String RUNNING =
            "{\"reproduction\": \"r1\", \"state\": \"running\", \"iteration\": 3, \"iterations\": 10, \"sha256\": \"aaa\"}";

    private final Captured captured = Captured.plain();
    private Polling polling = new Polling(Duration.ofMinutes(1), Duration.ZERO, duration -> {});
    private RecordingServer trainer;

    @TempDir
    private Path root;

    @BeforeEach
    void startTrainer() throws IOException {
        trainer = new RecordingServer().answering("POST", START, 202, RUNNING);
    }

    @AfterEach
    void stopTrainer() {
        trainer.close();
    }

    @Test
    void theSameWeightsEndWithStatus0() {
        // Given
        trainer.answering("GET", ONE, 200, finished("aaa", true, 0, ""));

        // When
        int status = run();

        // Then
        assertThat(status).isZero();
        assertThat(captured.out()).contains("then  aaa").contains("Version 3 of 'plants' is reproduced bit for bit.");
    }

    @Test
    void otherWeightsEndWithStatus1AndTheReasonsThereMayBe() {
        // Given
        trainer.answering("GET", ONE, 200, finished("bbb", false, 0.00123, "\"device: gpu(0) then, cpu now\""));

        // When
        int status = run();

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.out())
                .contains("now   bbb")
                .contains("two weights differ by up to 0.00123")
                .contains("Not as it was: device: gpu(0) then, cpu now");
    }

    @Test
    void aFailureEndsWithStatus1AndItsReason() {
        // Given
        trainer.answering(
                "GET",
                ONE,
                200,
                "{\"reproduction\": \"r1\", \"state\": \"failed\", \"iteration\": 3, \"iterations\": 10,"
                        + " \"sha256\": \"aaa\", \"reason\": \"the disk is full\"}");

        // When
        int status = run();

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err())
                .contains("version 3 of 'plants' could not be trained again: the disk is full")
                .contains("trainer's log");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | no version 3 | See with ./hone status which models there are",
                "409 | run r0 is under way | Wait until no run is under way (./hone status), and try again.",
                "422 | 2 of the 9 images are not there | Choose a version that a run made",
                "500 | internal error | See with ./hone status whether all services run"
            })
    void aRefusalIsToldInTheTrainersWordsWithAFittingAdvice(int answered, String detail, String advice) {
        // Given
        trainer.answering("POST", START, answered, "{\"detail\": \"%s\"}".formatted(detail));

        // When
        int status = run();

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err())
                .contains("version 3 of 'plants' is not trained again: " + detail)
                .contains(advice);
        assertThat(trainer.requests()).hasSize(1);
    }

    @Test
    void whenPatienceEndsNothingWasInterrupted() {
        // Given
        polling = new Polling(Duration.ofHours(1).negated(), Duration.ZERO, duration -> {});
        trainer.answering("GET", ONE, 200, RUNNING);

        // When
        int status = run();

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(captured.err()).contains("has not finished within").doesNotContain("interrupted");
    }

    @Test
    void anInterruptIsCalledOne() {
        // Given
        polling = new Polling(Duration.ofMinutes(1), Duration.ZERO, duration -> Thread.currentThread()
                .interrupt());
        trainer.answering("GET", ONE, 200, RUNNING);

        // When
        int status = run();

        // Then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(status).isEqualTo(1);
        assertThat(captured.err())
                .contains("waiting for the trainer was interrupted")
                .contains("its log");
    }

    private static String finished(String sha256, boolean identical, double difference, String otherwise) {
        return """
                {"reproduction": "r1", "state": "finished", "iteration": 10, "iterations": 10, "sha256": "aaa",
                 "outcome": {"sha256": "%s", "identical": %s, "largestDifference": %s, "otherwise": [%s]}}
                """.formatted(sha256, identical, difference, otherwise);
    }

    private int run() {
        return new CommandLine(new ReproduceCommand(captured.terminal(), new Installation(root), polling))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    captured.terminal().failure((CommandFailure) failure);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute("plants", "3", "--trainer", trainer.address());
    }
}

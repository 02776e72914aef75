package io.hone.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.contracts.HoneEvent;
import io.hone.contracts.Topics;
import io.hone.contracts.run.Candidate;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service on a real broker and bucket, killed as {@code kill -9} kills. */
class KilledTrainerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path data;

    private SampleModel model;
    private TrainerProcess trainer;

    @BeforeEach
    void register() throws Exception {
        model = SampleModel.register();
    }

    @AfterEach
    void close() throws Exception {
        trainer.close();
        model.close();
    }

    private void start(Map<String, String> environment) throws Exception {
        trainer = TrainerProcess.start(data, environment);
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(condition);
    }

    private JsonNode newestRun() throws Exception {
        return trainer.runs(model.name).path(0);
    }

    @Test
    void killedInTheMiddleOfTheStreamItLosesNoImageAndDoublesNone() throws Exception {
        // Given
        int images = 1_500;
        Map<String, String> noRuns = Map.of("HONE_TRIGGER_NEW_IMAGES", "1000000");
        model.send(images);

        // When
        int killedInTheMiddle = 0;
        for (int killedAfter : new int[] {1, 750}) {
            start(noRuns);
            eventually(() -> trainer.images(model.name).path("images").asInt() >= killedAfter);
            killedInTheMiddle += trainer.images(model.name).path("nextOffset").asInt() < images ? 1 : 0;
            trainer.kill();
        }
        assertThat(killedInTheMiddle).isPositive();
        start(noRuns);

        // Then
        eventually(() -> trainer.images(model.name).path("nextOffset").asLong() == images);
        assertThat(trainer.images(model.name).path("images").asInt()).isEqualTo(images);
    }

    @Test
    void killedAtSeveralPointsARunGivesTheCandidateOfAnUndisturbedOne() throws Exception {
        // Given
        int images = 256;
        Map<String, String> recipe = Map.of(
                "HONE_TRIGGER_NEW_IMAGES", "" + images,
                "HONE_RECIPE_ITERATIONS", "40",
                "HONE_RECIPE_BATCH_SIZE", "32",
                "HONE_RUN_SNAPSHOT_EVERY", "200ms");
        model.send(images);

        // When
        Set<String> runs = new HashSet<>();
        List<Integer> takenUpAt = new ArrayList<>();
        for (int killedAt : new int[] {1, 20, 30}) {
            start(recipe);
            eventually(() -> newestRun().path("iteration").asInt() >= 1);
            runs.add(newestRun().path("run").asText());
            takenUpAt.add(newestRun().path("iteration").asInt());
            eventually(() -> newestRun().path("iteration").asInt() >= killedAt);
            trainer.kill();
        }
        assertThat(model.registry.versions().list(model.name))
                .as("killed in the midst of the run")
                .hasSize(1);
        start(recipe);

        // Then: it went on with the one run, and announced its candidate once
        eventually(() -> newestRun().path("state").asText().equals("finished"));
        assertThat(takenUpAt).as("it goes on, it does not begin again").isSorted();
        assertThat(takenUpAt.get(2)).isGreaterThan(10);
        assertThat(trainer.runs(model.name)).hasSize(1);
        Manifest candidate = model.registry.versions().find(model.name, 2).orElseThrow();
        Training training = candidate.training().orElseThrow();
        assertThat(runs).containsExactly(training.run().toString());
        assertThat(training.dataset().newImages()).isEqualTo(images);
        assertThat(announced()).containsExactly(Optional.of(2));
        assertThat(candidate.sha256()).isEqualTo(undisturbed(images));
    }

    /** What the running service makes of the same images, sent for another model. */
    private String undisturbed(int images) throws Exception {
        try (SampleModel other = SampleModel.register()) {
            other.send(images);
            eventually(() -> other.registry.versions().find(other.name, 2).isPresent());
            return other.registry.versions().find(other.name, 2).orElseThrow().sha256();
        }
    }

    private List<Optional<Integer>> announced() {
        return model.events(Topics.CANDIDATES).stream()
                .map((HoneEvent event) -> event instanceof Candidate candidate
                        ? Optional.of(candidate.version())
                        : Optional.<Integer>empty())
                .toList();
    }
}

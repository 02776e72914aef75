package io.hone.vision.features;

import static io.hone.vision.features.TestFeatures.WIDTH;
import static io.hone.vision.features.TestFeatures.backbone;
import static io.hone.vision.features.TestFeatures.features;
import static io.hone.vision.features.TestFeatures.id;
import static io.hone.vision.features.TestFeatures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that computes features is killed as hard as the system can. */
class FeatureStoreKilledTest {

    @TempDir
    Path directory;

    @Test
    void whatWasStoredBeforeAKillIsThereAndRightAfterIt() throws Exception {
        for (int kill = 0; kill < 3; kill++) {
            // Given
            Process extraction = start();

            // When
            int stored = killAfter(extraction, 1 + new Random().nextInt(500));

            // Then
            try (FeatureStore store = FeatureStore.open(directory)) {
                Features found = store.of(backbone(1), WIDTH);
                assertThat(found.missing(ids(0, stored))).isEmpty();
                assertThat(found.find(id(stored - 1))).contains(features(stored - 1));
                // A batch is there as a whole or not at all.
                assertThat(found.missing(ids(stored, stored + EndlessExtraction.BATCH)))
                        .hasSizeBetween(0, EndlessExtraction.BATCH)
                        .size()
                        .isIn(0, EndlessExtraction.BATCH);
            }
        }
    }

    private Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessExtraction.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int killAfter(Process extraction, int batches) throws Exception {
        String last = null;
        try (BufferedReader stored = extraction.inputReader()) {
            for (int i = 0; i < batches; i++) {
                last = stored.readLine();
                assertThat(last).as("the extraction ended by itself").isNotNull();
            }
        } finally {
            extraction.destroyForcibly().waitFor();
        }
        return Integer.parseInt(last);
    }
}

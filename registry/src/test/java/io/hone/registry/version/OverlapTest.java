package io.hone.registry.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hone.contracts.Json;
import io.hone.contracts.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static final Overlap SOME = new Overlap(5, 2, 7);

    private static Dataset dataset(Overlap overlap) {
        return new Dataset(
                "labelled-images.plants",
                0,
                9,
                4,
                0,
                Map.of("rose", 4),
                Sha256.of(""),
                Map.of(),
                Optional.empty(),
                overlap);
    }

    @Test
    void itIsWrittenWithTheDatasetAndReadAgain() {
        // When
        Dataset read = Json.read(Json.write(dataset(SOME)), Dataset.class);

        // Then
        assertThat(read).isEqualTo(dataset(SOME));
    }

    @Test
    void manifestsThatSayNothingAboutItHadNone() {
        // Given
        String written = new String(Json.write(dataset(SOME)), StandardCharsets.UTF_8);
        String before = written.replaceFirst(",\"overlap\":\\{[^}]*}", "");

        // When
        Dataset read = Json.read(before.getBytes(StandardCharsets.UTF_8), Dataset.class);

        // Then
        assertThat(before).doesNotContain("overlap");
        assertThat(read).isEqualTo(dataset(Overlap.NONE));
    }

    @Test
    void noMoreAreTrainedOnThanWereFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Overlap(1, 2, 0))
                .withMessageContaining("nearDuplicatesTrainedOn");
    }
}

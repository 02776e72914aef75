package io.hone.vision.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.vision.cache.CacheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionStoreTest {

    private static final String FIRST = Sha256.of("first");
    private static final String SECOND = Sha256.of("second");
    private static final List<ImageId> IMAGES = IntStream.range(0, 4)
            .mapToObj(i -> ImageId.of(("image " + i).getBytes(UTF_8)))
            .toList();
    private static final List<Answer> ANSWERS = List.of(
            new Answer(0.5f, new int[] {3, 1, 2, 0, 70_000}),
            new Answer(1, new int[] {0, 1}),
            new Answer(0, new int[] {2}),
            new Answer(0.25f, new int[] {1, 0}));

    @TempDir
    Path directory;

    @Test
    void whatAVersionSaidOutlivesTheProcess() {
        // Given
        try (PredictionStore store = PredictionStore.open(directory)) {
            store.put(FIRST, IMAGES.subList(0, 3), ANSWERS.subList(0, 3));
        }

        // When
        try (PredictionStore store = PredictionStore.open(directory)) {
            List<Optional<Answer>> found = store.find(FIRST, List.of(IMAGES.get(2), IMAGES.get(3), IMAGES.get(0)));

            // Then
            assertThat(found.get(0))
                    .hasValueSatisfying(answer ->
                            assertThat(answer).usingRecursiveComparison().isEqualTo(ANSWERS.get(2)));
            assertThat(found.get(1)).isEmpty();
            assertThat(found.get(2))
                    .hasValueSatisfying(answer ->
                            assertThat(answer).usingRecursiveComparison().isEqualTo(ANSWERS.get(0)));
            assertThat(store.find(SECOND, IMAGES)).allMatch(Optional::isEmpty);
            assertThat(store.find(FIRST, List.of())).isEmpty();
        }
    }

    @Test
    void versionsAndImagesThatNobodyWantsAreForgotten() {
        try (PredictionStore store = PredictionStore.open(directory)) {
            // Given
            String third = Sha256.of("third");
            for (String version : List.of(FIRST, SECOND, third)) {
                store.put(version, IMAGES, ANSWERS);
            }

            // When
            store.retain(Set.of(FIRST, third), Set.copyOf(IMAGES.subList(1, 4)));

            // Then
            assertThat(known(store, FIRST)).isEqualTo(IMAGES.subList(1, 4));
            assertThat(known(store, SECOND)).isEmpty();
            assertThat(known(store, third)).isEqualTo(IMAGES.subList(1, 4));
        }
    }

    @Test
    void aBrokenStoreIsEmptiedAndFilledAgain() throws IOException {
        // Given
        try (PredictionStore store = PredictionStore.open(directory)) {
            store.put(FIRST, IMAGES, ANSWERS);
        }
        Files.writeString(directory.resolve("CURRENT"), "no manifest of this name");

        // When
        try (PredictionStore store = PredictionStore.open(directory)) {
            // Then
            assertThat(known(store, FIRST)).isEmpty();
            store.put(FIRST, IMAGES, ANSWERS);
            assertThat(known(store, FIRST)).isEqualTo(IMAGES);
        }
    }

    @Test
    void aDiskThatFailsIsNoReasonToForget() throws IOException {
        // Given
        try (PredictionStore store = PredictionStore.open(directory)) {
            store.put(FIRST, IMAGES, ANSWERS);
        }
        Path current = directory.resolve("CURRENT");
        Path aside = directory.resolveSibling("aside");
        Files.move(current, aside);
        Files.createDirectory(current);

        // When: it cannot be read
        assertThatThrownBy(() -> PredictionStore.open(directory))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("look for free space and a sound disk");

        // Then
        Files.delete(current);
        Files.move(aside, current);
        try (PredictionStore store = PredictionStore.open(directory)) {
            assertThat(known(store, FIRST)).isEqualTo(IMAGES);
        }
    }

    @Test
    void aStoreInUseIsRefused() {
        try (PredictionStore store = PredictionStore.open(directory)) {
            assertThatThrownBy(() -> PredictionStore.open(directory))
                    .isInstanceOf(CacheException.class)
                    .hasMessageStartingWith("prediction store " + directory)
                    .hasMessageContaining("is in use");
            assertThat(known(store, FIRST)).isEmpty();
        }
    }

    @Test
    void answersThatDoNotFitTheImagesAreRefused() {
        try (PredictionStore store = PredictionStore.open(directory)) {
            assertThatThrownBy(() -> store.put(FIRST, IMAGES, ANSWERS.subList(0, 3)))
                    .hasMessage("3 answers for 4 images");
        }
    }

    private static List<ImageId> known(PredictionStore store, String version) {
        List<Optional<Answer>> found = store.find(version, IMAGES);
        return IntStream.range(0, IMAGES.size())
                .filter(i -> found.get(i).isPresent())
                .mapToObj(IMAGES::get)
                .toList();
    }
}

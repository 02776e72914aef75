package io.hone.ingest.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.ingest.TestFolders;
import io.hone.ingest.trained.TrainedVersions.Answer;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.ListedImages;
import io.hone.registry.version.Training;
import io.hone.registry.version.VersionDraft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainedVersionsTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final List<Float> THIRDS = List.of(0.5f, 0.5f, 0.5f);

    private final Path folder = TestFolders.fresh("trained-");
    private final InMemoryObjectStore bucket = new InMemoryObjectStore();
    private final ModelRegistry registry = new ModelRegistry(bucket);
    private final TrainedVersions versions = new TrainedVersions(registry, bucket, folder.resolve("lists"));

    @BeforeEach
    void publishBase() {
        publish("base", Optional.empty(), Map.of());
    }

    private static ImageId id(int number) {
        return ImageId.of(("image " + number).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thoseWhoseListsNameTheImage() {
        // Given
        trained(range(0, 1000));
        trained(range(500, 2000));
        trained(range(2000, 2001));

        // When, Then
        assertThat(versions.of(MODEL, id(0))).isEqualTo(new Answer(List.of(2), List.of()));
        assertThat(versions.of(MODEL, id(700))).isEqualTo(new Answer(List.of(2, 3), List.of()));
        assertThat(versions.of(MODEL, id(2000))).isEqualTo(new Answer(List.of(4), List.of()));
        assertThat(versions.of(MODEL, id(9999))).isEqualTo(new Answer(List.of(), List.of()));
    }

    @Test
    void eachListIsBroughtOnce() {
        // Given
        trained(range(0, 10));
        versions.of(MODEL, id(0));

        // When
        bucket.delete(ObjectKeys.versionFile(MODEL, 2, ObjectKeys.IMAGE_LIST));

        // Then
        assertThat(versions.of(MODEL, id(3)).versions()).containsExactly(2);
    }

    @Test
    void oneQuestionBringsAFewAndTellsWhichAreLeft() {
        // Given
        for (int i = 0; i < TrainedVersions.NEW_LISTS + 2; i++) {
            trained(range(i, 10));
        }

        // When
        Answer first = versions.of(MODEL, id(9));
        Answer second = versions.of(MODEL, id(9));

        // Then
        assertThat(first).isEqualTo(new Answer(List.of(2, 3, 4, 5, 6), List.of(7, 8)));
        assertThat(second).isEqualTo(new Answer(List.of(2, 3, 4, 5, 6, 7, 8), List.of()));
    }

    @Test
    void whatNobodyKnowsIsTold() {
        // Given lists that are missing, were never written, or are not what the manifest names
        byte[] other = csv(range(0, 3)).getBytes(StandardCharsets.UTF_8);
        publish("missing", Optional.of(Sha256.of(other)), Map.of());
        publish("never", Optional.of(""), Map.of());
        publish("changed", Optional.of(Sha256.of("what it was")), Map.of(ObjectKeys.IMAGE_LIST, other));
        trained(range(0, 1));

        // When, Then
        assertThat(versions.of(MODEL, id(0))).isEqualTo(new Answer(List.of(5), List.of(2, 3, 4)));
    }

    @Test
    void noMoreIsReadThanIsAllowed() {
        // Given
        String csv = csv(range(0, 100));
        Path file = folder.resolve("long.ids");

        // When, Then
        assertThatThrownBy(() -> IdList.write(
                        file,
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        Sha256.of(csv),
                        csv.length() - 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than the");
        assertThat(file).doesNotExist();
    }

    private static List<ImageId> range(int from, int to) {
        return IntStream.range(from, to).mapToObj(TrainedVersionsTest::id).toList();
    }

    private static String csv(List<ImageId> images) {
        return ListedImages.HEADING
                + images.stream().map("%s,new,red\n"::formatted).collect(Collectors.joining());
    }

    private void trained(List<ImageId> images) {
        byte[] csv = csv(images).getBytes(StandardCharsets.UTF_8);
        publish(
                "run-" + registry.versions().count(MODEL),
                Optional.of(Sha256.of(csv)),
                Map.of(ObjectKeys.IMAGE_LIST, csv));
    }

    /** @param digest of the list; empty for a base, blank for trainers of old that wrote none */
    private void publish(String writer, Optional<String> digest, Map<String, byte[]> files) {
        Path torchScript = folder.resolve("model.pt");
        try {
            Files.writeString(torchScript, "weights");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        registry.versions()
                .publish(new VersionDraft(
                        MODEL,
                        writer,
                        Instant.EPOCH,
                        torchScript,
                        Classes.of("red", "blue"),
                        new Preprocessing(8, 8, THIRDS, THIRDS, ColourOrder.RGB),
                        "engine=PyTorch",
                        Map.of(),
                        digest.map(text -> training(writer, Optional.of(text).filter(given -> !given.isEmpty()))),
                        Optional.empty(),
                        Optional.empty(),
                        files));
    }

    private static Training training(String run, Optional<String> digest) {
        return new Training(
                run,
                1,
                Trigger.NEW_IMAGES,
                new Dataset("labelled-images.plants", 0, 10, 10, 0, Map.of("red", 10), Sha256.of(""), Map.of(), digest),
                Recipe.of(Map.of("epochs", 1)),
                Kind.FULL,
                List.of(),
                10,
                0.3,
                Optional.empty(),
                1.5,
                "cpu",
                Optional.empty(),
                Optional.empty());
    }
}

package io.hone.evaluator.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Hygiene;
import io.hone.evaluator.Manifests;
import io.hone.images.Pixels;
import io.hone.registry.ModelRegistry;
import io.hone.registry.store.InMemoryObjectStore;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Overlap;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import io.hone.vision.store.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectorTest {

    private static final ModelName MODEL = new ModelName("colours");
    private static final long TO_OFFSET = 20;

    private final ModelRegistry registry = new ModelRegistry(new InMemoryObjectStore());

    @TempDir
    Path folder;

    private ImageStore store;
    private TrainedVersions versions;
    private long next;

    @BeforeEach
    void open() throws IOException {
        store = ImageStore.open(folder.resolve("images"), Manifests.SIZE, Manifests.SIZE);
        versions = new TrainedVersions(registry, MODEL, Files.writeString(folder.resolve("model.pt"), "weights"));
        versions.base();
        versions.champion(1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ImageId id(String name) {
        return ImageId.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private ImageId holdOut(String name, String group) {
        LabelOrigin origin = new LabelOrigin(group(group), Optional.empty(), "/test", Manifests.NOW, false);
        store.put(
                new StoredImage(id(name), "red", next++, origin),
                new Pixels(
                        Manifests.SIZE, Manifests.SIZE, new byte[Pixels.CHANNELS * Manifests.SIZE * Manifests.SIZE]));
        return id(name);
    }

    private ImageId training(String name, String group) {
        store.elsewhere(new Trace(id(name), next++, "daisy", group(group), false, Optional.empty()));
        return id(name);
    }

    private static Optional<String> group(String group) {
        return Optional.of(group).filter(text -> !text.isEmpty());
    }

    private Inspection inspect(Manifest candidate) {
        store.skip(Math.max(next++, TO_OFFSET));
        try (Snapshot snapshot = store.snapshot()) {
            return new Inspector(registry, new ImageLists(registry.versions(), folder.resolve("lists")))
                    .inspect(candidate, snapshot);
        }
    }

    private static List<ImageId> ids(Inspection inspection) {
        return inspection.images().stream().map(StoredImage::id).toList();
    }

    @Test
    void withoutOverlapAllImagesCount() {
        // Given
        ImageId held = holdOut("held", "meadow 1");
        ImageId trained = training("trained", "meadow 2");

        // When
        Inspection inspection = inspect(versions.trained(1, TO_OFFSET, List.of(trained)));

        // Then
        assertThat(ids(inspection)).containsExactly(held);
        assertThat(inspection.hygiene()).isEqualTo(Hygiene.CLEAN);
    }

    @Test
    void whatTheCandidateWasTrainedOnDoesNotCount() {
        // Given: sent to the hold-out later
        ImageId moved = training("moved", "");
        ImageId held = holdOut("held", "");
        Manifest candidate = versions.trained(1, TO_OFFSET, List.of(moved));
        holdOut("moved", "");

        // When
        Inspection inspection = inspect(candidate);

        // Then
        assertThat(ids(inspection)).containsExactly(held);
        assertThat(inspection.hygiene().alreadyTrainedOn()).isEqualTo(1);
    }

    @Test
    void norDoesWhatAChampionWasTrainedOnOrAnyVersionThatTheyCameOf() {
        // Given: 2 became champion and 3 did not, 4 came of 3; 5 came of neither
        ImageId ofChampion = holdOut("of champion", "");
        ImageId ofAncestor = holdOut("of ancestor", "");
        ImageId ofStranger = holdOut("of stranger", "");
        versions.trained(1, 2, List.of(ofChampion));
        versions.champion(2);
        versions.trained(2, 3, List.of(ofAncestor));
        Manifest candidate = versions.trained(3, TO_OFFSET, List.of(training("new", "")));
        versions.trained(1, 4, List.of(ofStranger));

        // When
        Inspection inspection = inspect(candidate);

        // Then
        assertThat(ids(inspection)).containsExactly(ofStranger);
        assertThat(inspection.hygiene().alreadyTrainedOn()).isEqualTo(2);
    }

    @Test
    void norDoImagesOfAGroupThatWasTrainedOn() {
        // Given: trusted labels were sent to the hold-out by hand
        ImageId trained = training("trained", "meadow 1");
        holdOut("same meadow", "meadow 1");
        ImageId other = holdOut("other meadow", "meadow 2");

        // When
        Inspection inspection = inspect(versions.trained(1, TO_OFFSET, List.of(trained)));

        // Then
        assertThat(ids(inspection)).containsExactly(other);
        assertThat(inspection.hygiene().alreadyTrainedOn()).isEqualTo(1);
    }

    @Test
    void ofAVersionWithoutAListWhateverWasATrainingImageByThenDoesNotCount() {
        // Given: two that came as training images, one of them after the run
        training("before", "");
        next = TO_OFFSET;
        training("after", "");
        ImageId held = holdOut("held", "");
        ImageId after = holdOut("after", "");
        holdOut("before", "");

        // When
        Inspection inspection = inspect(versions.trainedOnUnknown(1, TO_OFFSET));

        // Then
        assertThat(ids(inspection)).containsExactly(held, after);
    }

    @Test
    void aListThatWasChangedIsNotTrusted() {
        // Given
        training("moved", "");
        ImageId held = holdOut("held", "");
        holdOut("moved", "");

        // When
        Inspection inspection = inspect(versions.trainedOnChanged(1, TO_OFFSET));

        // Then
        assertThat(ids(inspection)).containsExactly(held);
    }

    @Test
    void theReportSaysWhichChampionsSawImagesThatAreGone() {
        // Given: 2 saw two, 3 one more and came of 2, 4 is no champion
        ImageId kept = training("kept", "");
        ImageId gone = training("gone", "");
        ImageId goneToo = training("gone too", "");
        ImageId late = training("late", "");
        versions.trained(1, 3, List.of(kept, gone, goneToo));
        versions.champion(2);
        versions.trained(2, 4, List.of(late, gone));
        versions.champion(3);
        Manifest candidate = versions.trained(3, TO_OFFSET, List.of(kept));

        // When
        store.remove(gone, next++);
        store.remove(goneToo, next++);
        store.remove(late, next++);

        // Then
        assertThat(inspect(candidate).hygiene().removedImagesSeen()).isEqualTo(Map.of(2, 2, 3, 3));
    }

    @Test
    void whatHasNotBeenReadYetIsNotSaidToBeGone() {
        // Given: the feed stands before the end of what the champion was trained on
        versions.trained(1, 500, List.of(id("not read yet")));
        versions.champion(2);

        // When
        Inspection inspection = inspect(versions.trained(2, TO_OFFSET, List.of()));

        // Then
        assertThat(inspection.hygiene().removedImagesSeen()).isEmpty();
    }

    @Test
    void whatTheTrainerFoundIsPassedOn() {
        // Given
        holdOut("held", "");

        // When
        Inspection inspection = inspect(versions.trained(1, TO_OFFSET, List.of(), new Overlap(7, 3, 5)));

        // Then
        assertThat(inspection.hygiene()).isEqualTo(new Hygiene(7, 3, 0, Map.of()));
    }

    @Test
    void aListIsBroughtHereOnce() {
        // Given
        ImageId trained = training("trained", "");
        Manifest candidate = versions.trained(1, TO_OFFSET, List.of(trained));
        ImageLists lists = new ImageLists(registry.versions(), folder.resolve("lists"));
        lists.of(candidate);

        // When: nothing is in the bucket any more
        ImageLists later =
                new ImageLists(new ModelRegistry(new InMemoryObjectStore()).versions(), folder.resolve("lists"));

        // Then
        assertThat(later.of(candidate)).contains(List.of(trained));
    }
}

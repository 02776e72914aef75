package io.hone.trainer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.images.Pixels;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import io.hone.vision.store.Trace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlannerTest {

    private static final int SIZE = 8;
    private static final Recipe RECIPE = Plans.recipe(
            Map.of("epochs", 2, "batch-size", 2, "new-classes.images", 3, "new-classes.hold-out-images", 1));
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.250Z");

    @TempDir
    Path folder;

    private final RunPlanner planner = new RunPlanner(Clock.fixed(NOW, ZoneOffset.UTC));
    private ImageStore store;

    @BeforeEach
    void openStore() {
        store = ImageStore.open(folder, SIZE, SIZE);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private ImageId put(long offset, String label) {
        ImageId id = ImageId.of(("image " + offset).getBytes(StandardCharsets.UTF_8));
        store.put(new StoredImage(id, label, offset), new Pixels(SIZE, SIZE, new byte[3 * SIZE * SIZE]));
        return id;
    }

    private void holdOut(long offset, String label) {
        ImageId id = ImageId.of(("held " + offset).getBytes(StandardCharsets.UTF_8));
        store.elsewhere(new Trace(id, offset, label, Optional.empty(), false, Optional.empty()));
    }

    private RunPlan plan(Manifest base) throws NothingToTrainOnException {
        try (Snapshot snapshot = store.snapshot()) {
            return planner.plan(base, List.of(base), Trigger.NEW_IMAGES, RECIPE, snapshot);
        }
    }

    private static Manifest base(int version, Optional<Long> trainedTo) {
        return new Manifest(
                Plans.MODEL,
                version,
                NOW,
                Classes.of("daisy", "rose"),
                new Preprocessing(SIZE, SIZE, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f), ColourOrder.RGB),
                Sha256.of("weights"),
                7,
                Map.of(),
                trainedTo.map(to -> new Training(
                        "run-0",
                        1,
                        Trigger.PERSON,
                        new Dataset(
                                "labelled-images.plants",
                                0,
                                to,
                                0,
                                0,
                                Map.of(),
                                Sha256.of(""),
                                Map.of(),
                                Optional.empty()),
                        RECIPE,
                        Kind.FULL,
                        List.of(),
                        1,
                        0.1,
                        Optional.empty(),
                        1,
                        "cpu",
                        Optional.empty(),
                        Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aFirstRunTrainsOnAllThereIs() throws NothingToTrainOnException {
        // Given
        ImageId daisy = put(0, "daisy");
        ImageId rose = put(1, "rose");
        store.skip(2);

        // When
        RunPlan plan = plan(base(1, Optional.empty()));

        // Then
        assertThat(plan.images()).containsExactly(new PlannedImage(daisy, "daisy"), new PlannedImage(rose, "rose"));
        assertThat(plan.dataset())
                .isEqualTo(new Dataset(
                        "labelled-images.plants",
                        0,
                        3,
                        2,
                        0,
                        Map.of("daisy", 1, "rose", 1),
                        Sha256.of(""),
                        Map.of(),
                        Optional.of(Sha256.of(ImageList.of(plan).csv()))));
        assertThat(plan.run()).isEqualTo("plants-20261122T101530.250Z");
        assertThat(plan.baseVersion()).isEqualTo(1);
    }

    @Test
    void aLaterRunTrainsOnWhatIsNewToItsBaseAndReplaysTheRest() throws NothingToTrainOnException {
        // Given: two older images, two new ones, half of the run may be replay
        ImageId old = put(0, "daisy");
        ImageId older = put(1, "rose");
        ImageId fresh = put(2, "daisy");
        ImageId fresher = put(3, "daisy");

        // When
        RunPlan plan = plan(base(2, Optional.of(2L)));

        // Then
        List<ImageId> replayed = List.of(old, older).stream().sorted().toList();
        assertThat(plan.images())
                .extracting(PlannedImage::id)
                .containsExactly(fresh, fresher, replayed.get(0), replayed.get(1));
        assertThat(plan.dataset().fromOffset()).isEqualTo(2);
        assertThat(plan.dataset().newImages()).isEqualTo(2);
        assertThat(plan.dataset().replayedImages()).isEqualTo(2);
        assertThat(plan.dataset().replayDigest()).isEqualTo(Sha256.of(replayed.get(0) + "\n" + replayed.get(1) + "\n"));
        assertThat(plan.iterations()).isEqualTo(4);
    }

    @Test
    void imagesOfClassesThatTheBaseDoesNotKnowWait() throws NothingToTrainOnException {
        // Given
        put(0, "daisy");
        put(1, "tulip");
        put(2, "rose");

        // When
        RunPlan plan = plan(base(1, Optional.empty()));

        // Then
        assertThat(plan.images()).extracting(PlannedImage::label).containsExactly("daisy", "rose");
    }

    @Test
    void aLabelWithEnoughImagesBecomesAClassAndAllItsImagesAreNew() throws NothingToTrainOnException {
        // Given: a tulip that waited since before the base
        ImageId waited = put(0, "tulip");
        put(1, "rose");
        ImageId tulip = put(2, "tulip");
        ImageId daisy = put(3, "daisy");
        ImageId third = put(4, "tulip");
        holdOut(5, "tulip");

        // When
        RunPlan plan = plan(base(2, Optional.of(2L)));

        // Then
        assertThat(plan.newClasses()).containsExactly("tulip");
        assertThat(plan.images().subList(0, 4))
                .extracting(PlannedImage::id)
                .containsExactly(waited, tulip, daisy, third);
        assertThat(plan.dataset().newImages()).isEqualTo(4);
        assertThat(plan.dataset().replayedByClass()).isEqualTo(Map.of("rose", 1));
    }

    @Test
    void aLabelThatTheHoldOutDoesNotKnowWaits() throws NothingToTrainOnException {
        // Given
        put(0, "rose");
        put(1, "daisy");
        put(2, "tulip");
        put(3, "tulip");
        put(4, "tulip");
        holdOut(5, "rose");

        // When
        RunPlan plan = plan(base(1, Optional.empty()));

        // Then
        assertThat(plan.newClasses()).isEmpty();
        assertThat(plan.dataset().newImages()).isEqualTo(2);
    }

    @Test
    void whatHasBeenTakenOutSinceIsNeitherTrainedOnNorSaidToHaveBeen() throws NothingToTrainOnException {
        // Given
        RunPlan plan = Plans.plan("plants-1", Plans.recipe(Map.of()), 12);
        Set<ImageId> stored =
                plan.images().stream().skip(2).map(PlannedImage::id).collect(Collectors.toSet());

        // When
        RunPlan left = plan.left(stored);

        // Then
        assertThat(left.images()).isEqualTo(plan.images().subList(2, 12));
        assertThat(left.dataset().newImages()).isEqualTo(10);
        assertThat(left.dataset().imagesByClass()).isEqualTo(Map.of("daisy", 10));
        assertThat(left.dataset().imagesDigest())
                .contains(Sha256.of(ImageList.of(left).csv()));
    }

    @Test
    void fittingAHeadTakesAllOlderImages() throws NothingToTrainOnException {
        // Given
        for (int offset = 0; offset < 20; offset++) {
            put(offset, "daisy");
        }

        // When
        RunPlan plan;
        try (Snapshot snapshot = store.snapshot()) {
            plan = planner.plan(
                    base(2, Optional.of(18L)),
                    List.of(),
                    Trigger.NEW_IMAGES,
                    Plans.recipe(Map.of("kind", "head", "replay.share", 0.1)),
                    snapshot);
        }

        // Then
        assertThat(plan.dataset().replayedImages()).isEqualTo(18);
        assertThat(plan.iterations()).as("batches of 4").isEqualTo(5);
    }

    @Test
    void whatIsHeldBackForValidationMakesNoSteps() {
        // Given
        Recipe recipe = Plans.recipe(Map.of("epochs", 3, "batch-size", 10, "validation.share", 0.2));

        // When
        int iterations = Plans.plan("plants-1", recipe, 100).iterations();

        // Then: 80 images, 8 steps an epoch
        assertThat(iterations).isEqualTo(24);
    }

    @Test
    void withoutNewImagesThereIsNoPlan() {
        // Given
        put(0, "daisy");
        put(1, "daisy");
        put(2, "tulip");

        // When, Then
        assertThatThrownBy(() -> plan(base(2, Optional.of(2L))))
                .isInstanceOf(NothingToTrainOnException.class)
                .hasMessageContaining("0 new images of the classes of version 2 of model 'plants' (of 3 stored)")
                .hasMessageContaining("[daisy, rose]")
                .hasMessageContaining("1 images of other labels wait until one has 3 of them")
                .hasMessageContaining("1 in the hold-out (new-classes.hold-out-images)");
    }
}

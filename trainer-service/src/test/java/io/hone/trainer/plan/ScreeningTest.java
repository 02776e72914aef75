package io.hone.trainer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.images.Fingerprint;
import io.hone.images.Pixels;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Overlap;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.LabelOrigin;
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
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningTest {

    private static final int SIZE = 8;
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Manifest BASE = new Manifest(
            Plans.MODEL,
            1,
            NOW,
            Classes.of("daisy", "rose"),
            new Preprocessing(SIZE, SIZE, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f), ColourOrder.RGB),
            Sha256.of("weights"),
            7,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path folder;

    private ImageStore store;
    private long next;

    @BeforeEach
    void openStore() {
        store = ImageStore.open(folder, SIZE, SIZE);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static Pixels noise(int seed) {
        byte[] rgb = new byte[Pixels.CHANNELS * SIZE * SIZE];
        new Random(seed).nextBytes(rgb);
        return new Pixels(SIZE, SIZE, rgb);
    }

    private static ImageId id(String name) {
        return ImageId.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private ImageId train(String name, String label, String group, int look) {
        LabelOrigin origin = new LabelOrigin(
                Optional.of(group).filter(text -> !text.isEmpty()), Optional.empty(), "/test", NOW, false);
        store.put(new StoredImage(id(name), label, next++, origin), noise(look));
        return id(name);
    }

    private ImageId holdOut(String name, String group, Fingerprint look) {
        store.elsewhere(new Trace(
                id(name),
                next++,
                "daisy",
                Optional.of(group).filter(text -> !text.isEmpty()),
                false,
                Optional.of(look)));
        return id(name);
    }

    private static Fingerprint look(int seed, int changedBits) {
        long bits = Fingerprint.of(noise(seed)).orElseThrow().bits();
        return new Fingerprint(bits ^ ((1L << changedBits) - 1));
    }

    private RunPlan plan(Map<String, ?> settings) throws NothingToTrainOnException {
        Recipe recipe = Plans.recipe(settings);
        try (Snapshot snapshot = store.snapshot()) {
            return new RunPlanner(Clock.fixed(NOW, ZoneOffset.UTC))
                    .plan(BASE, List.of(BASE), Trigger.PERSON, recipe, snapshot);
        }
    }

    @Test
    void aGroupNeverStraddles() throws NothingToTrainOnException {
        // Given: whatever is said about what looks alike
        ImageId one = train("one", "daisy", "meadow 1", 1);
        train("two", "daisy", "meadow 2", 2);
        ImageId three = train("three", "rose", "", 3);
        holdOut("held", "meadow 2", look(99, 0));

        // When
        RunPlan plan = plan(Map.of("hygiene.near-duplicates", "off"));

        // Then
        assertThat(plan.images()).extracting(PlannedImage::id).containsExactly(one, three);
        assertThat(plan.dataset().newImages()).isEqualTo(2);
        assertThat(plan.dataset().overlap()).isEqualTo(new Overlap(0, 0, 1));
    }

    @Test
    void whatLooksAlmostLikeAHoldOutImageIsLeftOut() throws NothingToTrainOnException {
        // Given: one just near enough, one just too far
        train("near", "daisy", "", 1);
        ImageId far = train("far", "daisy", "", 2);
        ImageId other = train("other", "rose", "", 3);
        holdOut("held 1", "", look(1, 8));
        holdOut("held 2", "", look(2, 9));

        // When
        RunPlan plan = plan(Map.of());

        // Then
        assertThat(plan.images()).extracting(PlannedImage::id).containsExactly(far, other);
        assertThat(plan.dataset().overlap()).isEqualTo(new Overlap(1, 0, 0));
    }

    @Test
    void itMayBeTrainedOnAndCounted() throws NothingToTrainOnException {
        // Given: one of a class that the run does not train
        train("near", "daisy", "", 1);
        train("other", "rose", "", 2);
        train("waiting", "tulip", "", 3);
        holdOut("held 1", "", look(1, 0));
        holdOut("held 3", "", look(3, 0));

        // When
        RunPlan plan = plan(Map.of("hygiene.near-duplicates", "count"));

        // Then
        assertThat(plan.images()).hasSize(2);
        assertThat(plan.dataset().overlap()).isEqualTo(new Overlap(1, 1, 0));
    }

    @Test
    void nobodyNeedLook() throws NothingToTrainOnException {
        // Given
        train("near", "daisy", "", 1);
        train("other", "rose", "", 2);
        holdOut("held", "", look(1, 0));

        // When
        RunPlan plan = plan(Map.of("hygiene.near-duplicates", "off"));

        // Then
        assertThat(plan.images()).hasSize(2);
        assertThat(plan.dataset().overlap()).isEqualTo(Overlap.NONE);
    }

    @Test
    void howNearIsForTheRecipeToSay() throws NothingToTrainOnException {
        // Given
        train("near", "daisy", "", 1);
        train("other", "rose", "", 2);
        train("another", "rose", "", 3);
        holdOut("held", "", look(1, 3));

        // When, then
        assertThat(plan(Map.of("hygiene.distance", 2)).images()).hasSize(3);
        assertThat(plan(Map.of("hygiene.distance", 3)).images()).hasSize(2);
    }

    @Test
    void whatIsTakenOutOfTheHoldOutHoldsNothingBack() throws NothingToTrainOnException {
        // Given
        train("one", "daisy", "meadow 1", 1);
        train("two", "rose", "", 2);
        ImageId group = holdOut("held 1", "meadow 1", look(98, 0));
        ImageId near = holdOut("held 2", "", look(2, 0));

        // When
        store.remove(group, next++);
        store.remove(near, next++);

        // Then
        assertThat(plan(Map.of()).images()).hasSize(2);
        assertThat(plan(Map.of()).dataset().overlap()).isEqualTo(Overlap.NONE);
    }

    @Test
    void aLabelThatHasOnlyWhatIsLeftOutBecomesNoClass() throws NothingToTrainOnException {
        // Given
        train("one", "daisy", "", 1);
        train("two", "rose", "", 2);
        train("three", "tulip", "meadow 1", 3);
        train("four", "tulip", "meadow 1", 4);
        holdOut("held", "meadow 1", look(99, 0));

        // When
        RunPlan plan = plan(Map.of("new-classes.images", 2, "new-classes.hold-out-images", 0));

        // Then
        assertThat(plan.newClasses()).isEmpty();
        assertThat(plan.images()).hasSize(2);
    }

    @Test
    void whoHasNothingLeftIsToldWhy() {
        // Given
        train("one", "daisy", "meadow 1", 1);
        train("two", "rose", "", 2);
        holdOut("held 1", "meadow 1", look(99, 0));
        holdOut("held 2", "", look(2, 0));

        // When, then
        assertThatThrownBy(() -> plan(Map.of()))
                .isInstanceOf(NothingToTrainOnException.class)
                .hasMessageContaining("0 new images")
                .hasMessageContaining("2 images are left out")
                .hasMessageContaining("hygiene.near-duplicates");
    }

    @Test
    void whatIsLeftOfAPlanSaysTheSameAboutTheHoldOut() throws NothingToTrainOnException {
        // Given
        ImageId one = train("one", "daisy", "", 1);
        ImageId two = train("two", "rose", "", 2);
        train("three", "rose", "", 3);
        train("near", "rose", "", 4);
        holdOut("held", "", look(4, 0));
        RunPlan plan = plan(Map.of());

        // When
        RunPlan left = plan.left(Set.of(one, two));

        // Then
        assertThat(left.dataset().newImages()).isEqualTo(2);
        assertThat(left.dataset().overlap()).isEqualTo(new Overlap(1, 0, 0));
    }
}

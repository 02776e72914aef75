package io.hone.trainer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.Json;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.Preprocessing;
import io.hone.registry.version.HeadFit;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.finetune.Trained;
import io.hone.trainer.plan.Plans;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.archive.TorchScriptArchive;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.linear.HeadFitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the sample base and the sample stream, with the real engine. */
class HeadTrainingTest {

    @TempDir
    Path folder;

    private Base base;
    private HeadTraining training;
    private final List<Progress> told = new ArrayList<>();

    @BeforeEach
    void openBase() throws Exception {
        Path samples = SampleImages.FOLDER.resolve("base");
        base = Base.of(
                samples.resolve("model.pt"),
                Optional.empty(),
                Classes.fromSynset(Files.readString(samples.resolve("synset.txt"))),
                Json.read(Files.readAllBytes(samples.resolve("preprocessing.json")), Preprocessing.class));
        training = new HeadTraining(
                new Classifiers(DeviceChoice.CPU),
                new HeadFitter(DeviceChoice.CPU),
                folder.resolve("features"),
                Clock.systemUTC());
    }

    private static RunPlan plan(int images) {
        return Plans.plan("run-1", Plans.recipe(Map.of("kind", "head", "batch-size", 64)), images);
    }

    private Trained train(SampleImages images) throws RunCancelledException {
        return training.train(
                plan(images.count()), base, images, new RunFolder(folder.resolve("run")), told::add, () -> false);
    }

    @Test
    void aHeadFittedToFeaturesBeatsTheBasesOwnOnImagesItHasNotSeen() throws Exception {
        // Given: the base is right about some 36 % of these images
        SampleImages images = SampleImages.ofEachClass(40, base.classes());

        // When
        Trained trained = train(images);

        // Then
        assertThat(trained.validationAccuracy())
                .hasValueSatisfying(accuracy -> assertThat(accuracy).isGreaterThan(0.45));
        HeadFit fit = trained.headFit().orElseThrow();
        assertThat(fit.images()).isEqualTo(320);
        assertThat(fit.accuracyByL2()).containsKey(fit.l2()).hasSize(4);
        assertThat(told).singleElement().satisfies(progress -> assertThat(progress.iteration())
                .isEqualTo(5));
    }

    @Test
    void theNextRunComputesOnlyWhatIsNew() throws Exception {
        // Given
        train(SampleImages.ofEachClass(10, base.classes()));

        // When
        Trained next = train(SampleImages.ofEachClass(15, base.classes()));

        // Then
        assertThat(next.headFit().orElseThrow().images()).isEqualTo(120);
        assertThat(next.headFit().orElseThrow().computed()).isEqualTo(40);
    }

    @Test
    void onlyTheHeadChangesAndAClassWithoutImagesKeepsItsRow() throws Exception {
        // Given
        SampleImages images = SampleImages.ofEachClass(10, base.classes())
                .without(base.classes().label(0));

        // When
        Trained trained = train(images);

        // Then
        TorchScriptArchive before = base.archive();
        TorchScriptArchive after = TorchScriptArchive.read(trained.torchScript());
        String weight = base.head().weight();
        assertThat(before.tensors())
                .filteredOn(tensor -> tensor.type().isFloatingPoint() && !isHead(tensor.name()))
                .allSatisfy(tensor -> assertThat(after.floats(tensor.name())).isEqualTo(before.floats(tensor.name())));
        int width = base.head().inFeatures();
        assertThat(Arrays.copyOf(after.floats(weight), width)).isEqualTo(Arrays.copyOf(before.floats(weight), width));
        assertThat(after.floats(weight)).isNotEqualTo(before.floats(weight));
    }

    private boolean isHead(String tensor) {
        return tensor.startsWith(base.head().module() + ".");
    }

    @Test
    void aRunThatIsToStopStopsBetweenTwoBatches() throws Exception {
        // Given
        SampleImages images = SampleImages.ofEachClass(10, base.classes());

        // When, Then
        assertThatThrownBy(() -> training.train(
                        plan(images.count()),
                        base,
                        images,
                        new RunFolder(folder.resolve("run")),
                        told::add,
                        () -> true))
                .isInstanceOf(RunCancelledException.class)
                .hasMessageContaining("run-1");
    }
}

package io.hone.trainer.auto;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.Json;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.Preprocessing;
import io.hone.contracts.recipe.Kind;
import io.hone.registry.version.Choice;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.head.HeadTraining;
import io.hone.trainer.head.SampleImages;
import io.hone.trainer.plan.Plans;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.linear.HeadFitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the sample base and the sample stream, with the real engine. */
class ChooserTest {

    private static final int STEPS = 6;

    @TempDir
    Path folder;

    private Base base;
    private SampleImages images;

    @BeforeEach
    void openBase() throws Exception {
        Path samples = SampleImages.FOLDER.resolve("base");
        base = Base.of(
                samples.resolve("model.pt"),
                Optional.empty(),
                Classes.fromSynset(Files.readString(samples.resolve("synset.txt"))),
                Json.read(Files.readAllBytes(samples.resolve("preprocessing.json")), Preprocessing.class));
        images = SampleImages.ofEachClass(8, base.classes());
    }

    /** @param most questions whether to go on that are answered with yes */
    private Choice choose(String name, int most) throws RunCancelledException {
        Path place = folder.resolve(name);
        Classifiers classifiers = new Classifiers(DeviceChoice.CPU);
        HeadTraining headTraining = new HeadTraining(
                classifiers, new HeadFitter(DeviceChoice.CPU), place.resolve("features"), Clock.systemUTC());
        AtomicInteger asked = new AtomicInteger();
        return new Chooser(classifiers, headTraining, Clock.systemUTC())
                .choose(
                        Plans.plan(
                                "run-1",
                                Plans.recipe(Map.of("kind", "auto", "batch-size", 16, "iterations", STEPS)),
                                images.count()),
                        base,
                        images,
                        new RunFolder(place.resolve("run")),
                        () -> asked.incrementAndGet() > most);
    }

    @Test
    void measuresEachWayOnImagesHeldBack() throws Exception {
        // When
        Choice choice = choose("undisturbed", Integer.MAX_VALUE);

        // Then
        assertThat(choice.images()).isEqualTo(64);
        assertThat(choice.small()).isTrue();
        assertThat(choice.accuracies()).containsOnlyKeys("head", "partial", "full");
        assertThat(choice.accuracies().get("head")).as("far above one in eight").isGreaterThan(0.3);
        assertThat(choice.chosen()).isIn(Kind.HEAD, Kind.PARTIAL, Kind.FULL);
        assertThat(choice.reason()).contains("64 images are few", "images held back");
    }

    @Test
    void stoppedAgainAndAgainItChoosesAsIfUndisturbed() throws Exception {
        // Given
        Choice undisturbed = choose("undisturbed", Integer.MAX_VALUE);

        // When
        Optional<Choice> choice = Optional.empty();
        int stopped = 0;
        while (choice.isEmpty()) {
            try {
                // Each attempt comes a little further: it would else be stopped for ever in the same measurement.
                choice = Optional.of(choose("disturbed", 900 * (stopped + 1)));
            } catch (RunCancelledException e) {
                stopped++;
            }
        }

        // Then
        assertThat(stopped).isPositive();
        assertThat(choice).contains(undisturbed);
    }
}

package io.hone.trainer.run;

import io.hone.contracts.Json;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.Kind;
import io.hone.contracts.recipe.RecipeKeys;
import io.hone.contracts.recipe.RecipeSettings;
import io.hone.registry.version.Choice;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.trainer.auto.Chooser;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.FineTuning;
import io.hone.trainer.finetune.ProgressListener;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.finetune.StoredTrainingImages;
import io.hone.trainer.finetune.Trained;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.trainer.head.HeadTraining;
import io.hone.trainer.plan.NothingToTrainOnException;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.plan.Slice;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.TrainableClassifier;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a plan into weights, whatever its kind; goes on from what an earlier attempt left in the run's folder. */
public final class PlanTraining {

    private static final Logger LOG = LoggerFactory.getLogger(PlanTraining.class);
    private static final String GROWN = "grown.pt";
    private static final String CHOICE = "choice.json";

    private final Classifiers classifiers;
    private final HeadTraining headTraining;
    private final Chooser chooser;
    private final Duration snapshotEvery;
    private final InstantSource clock;

    /** @param snapshotEvery how much work may be lost when the process is killed */
    public PlanTraining(
            Classifiers classifiers,
            HeadTraining headTraining,
            Chooser chooser,
            Duration snapshotEvery,
            InstantSource clock) {
        this.classifiers = classifiers;
        this.headTraining = headTraining;
        this.chooser = chooser;
        this.snapshotEvery = snapshotEvery;
        this.clock = clock;
    }

    /** Who is told, and who may stop it. */
    public interface Observer extends ProgressListener, BooleanSupplier {

        /**
         * Told once the kind is known and images and network are there.
         *
         * @param chosen the plan as it is carried out
         */
        void begins(RunPlan chosen, String device) throws RunCancelledException;

        /** @return whether to stop */
        @Override
        boolean getAsBoolean();
    }

    /** @param classes of the trained network */
    public record Result(Trained trained, Training training, Classes classes) {}

    /**
     * @param torchScript the base version's file
     * @throws RunCancelledException if the observer stopped it
     * @throws NothingToTrainOnException if fewer than two of the plan's images are left
     */
    public Result train(
            RunPlan plan, Manifest version, Path torchScript, ImageStore store, RunFolder folder, Observer observer)
            throws RunCancelledException, NothingToTrainOnException {
        Instant start = clock.instant();
        Base base = Base.of(torchScript, version)
                .grown(plan.newClasses(), folder.file(GROWN), plan.recipe().seed());
        try (Snapshot snapshot = store.snapshot()) {
            TrainingImages images = new StoredTrainingImages(plan, base.classes(), snapshot);
            Optional<Choice> choice = plan.recipe().kind() == Kind.AUTO
                    ? Optional.of(choice(plan, base, images, folder, observer))
                    : Optional.empty();
            RunPlan chosen = choice.map(made -> as(plan, made.chosen())).orElse(plan);
            observer.begins(chosen, classifiers.device());
            Trained trained = chosen.recipe().kind() == Kind.HEAD
                    ? headTraining.train(chosen, base, images, folder, observer, observer)
                    : byGradients(chosen, base, images, folder, observer);
            double seconds = Duration.between(start, clock.instant()).toMillis() / 1e3;
            Training training = training(plan, chosen, trained, seconds, choice);
            return new Result(trained, training, base.classes());
        }
    }

    private static RunPlan as(RunPlan plan, Kind chosen) {
        return plan.as(
                plan.recipe().with(RecipeSettings.of(Map.of(RecipeKeys.KIND.name(), RecipeKeys.KIND.written(chosen)))));
    }

    /** Measured once: an attempt that takes the run up again goes on with what was chosen. */
    private Choice choice(RunPlan plan, Base base, TrainingImages images, RunFolder folder, Observer observer)
            throws RunCancelledException {
        Path file = folder.file(CHOICE);
        try {
            if (Files.exists(file)) {
                return Json.read(Files.readAllBytes(file), Choice.class);
            }
            Choice choice = chooser.choose(plan, base, images, folder, observer);
            Files.write(file, Json.write(choice));
            LOG.info("Recipe chosen: kind={} reason={}", choice.chosen(), choice.reason());
            return choice;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }

    private Trained byGradients(RunPlan plan, Base base, TrainingImages images, RunFolder folder, Observer observer)
            throws RunCancelledException {
        var fineTuning = new FineTuning(
                plan.run(),
                plan.recipe(),
                plan.iterations(),
                base.preprocessing(),
                folder,
                snapshotEvery,
                observer,
                observer,
                clock);
        Base start =
                plan.recipe().get(RecipeKeys.HEAD_FIRST) ? withFittedHead(plan, base, images, folder, observer) : base;
        try (TrainableClassifier classifier = classifiers.loadForTraining(
                start.torchScript(), start.preprocessing(), start.classes().size(), start.solver(plan.recipe()))) {
            return fineTuning.train(classifier, images);
        }
    }

    /** Not to the validation slice, which is to say how the run does on images that it has not seen. */
    private Base withFittedHead(RunPlan plan, Base base, TrainingImages images, RunFolder folder, Observer observer)
            throws RunCancelledException {
        Slice slice = Slice.of(
                images.classIds(),
                plan.recipe().validation().share(),
                plan.recipe().seed());
        return headTraining.fitted(plan, base, images, slice.training(), folder, observer);
    }

    private Training training(RunPlan plan, RunPlan chosen, Trained trained, double seconds, Optional<Choice> choice) {
        return new Training(
                plan.run(),
                plan.baseVersion(),
                plan.trigger(),
                plan.dataset(),
                plan.recipe(),
                chosen.recipe().kind(),
                plan.newClasses(),
                trained.iterations(),
                trained.loss(),
                trained.validationAccuracy(),
                seconds,
                classifiers.device(),
                choice,
                trained.headFit());
    }
}

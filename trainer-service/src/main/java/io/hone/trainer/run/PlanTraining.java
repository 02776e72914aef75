package io.hone.trainer.run;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.Classes;
import io.hone.contracts.recipe.Kind;
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
import io.hone.vision.store.StoredImage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a plan into weights, whatever its kind; goes on from what an earlier attempt left in the run's folder. */
public final class PlanTraining {

    private static final String GROWN = "grown.pt";

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

    /** Who is told how a plan gets on. */
    public interface Observer extends ProgressListener {

        /**
         * Told once the kind is known and images and network are there.
         *
         * @param chosen the plan as it is carried out
         */
        void begins(RunPlan chosen, String device) throws RunCancelledException;
    }

    /**
     * @param plan as it was carried out, with the images that were left
     * @param classes of the trained network
     */
    public record Result(RunPlan plan, Trained trained, Training training, Classes classes) {}

    /**
     * @param torchScript the base version's file
     * @throws RunCancelledException if it was told to stop
     * @throws NothingToTrainOnException if fewer than two of the plan's images are left
     */
    public Result train(
            RunPlan plan,
            Manifest version,
            Path torchScript,
            ImageStore store,
            RunFolder folder,
            Observer observer,
            Cancellation cancellation)
            throws RunCancelledException, NothingToTrainOnException {
        Instant start = clock.instant();
        Base base = Base.of(torchScript, version)
                .grown(plan.newClasses(), folder.file(GROWN), plan.recipe().seed());
        try (Snapshot snapshot = store.snapshot()) {
            Set<ImageId> stored =
                    snapshot.byArrival().stream().map(StoredImage::id).collect(Collectors.toSet());
            RunPlan left = plan.left(stored);
            TrainingImages images = new StoredTrainingImages(left, base.classes(), snapshot, stored);
            Optional<Choice> choice = left.recipe().kind() == Kind.AUTO
                    ? Optional.of(chooser.choose(left, base, images, folder, cancellation::isRequested))
                    : Optional.empty();
            RunPlan chosen = choice.map(made -> Chooser.carriedOut(left, made)).orElse(left);
            observer.begins(chosen, classifiers.device());
            Trained trained = chosen.recipe().kind() == Kind.HEAD
                    ? headTraining.train(chosen, base, images, folder, observer, cancellation::isRequested)
                    : byGradients(chosen, base, images, folder, observer, cancellation);
            double seconds = Duration.between(start, clock.instant()).toMillis() / 1e3;
            return new Result(left, trained, training(left, chosen, trained, seconds, choice), base.classes());
        }
    }

    /** A head that is fitted first is not fitted to the validation slice, which is to say how the run really does. */
    private Trained byGradients(
            RunPlan plan,
            Base base,
            TrainingImages images,
            RunFolder folder,
            Observer observer,
            Cancellation cancellation)
            throws RunCancelledException {
        Slice slice = Slice.of(
                images.classIds(),
                plan.recipe().validation().share(),
                plan.recipe().seed());
        Base start = headTraining.start(plan, base, images, slice.training(), folder, cancellation::isRequested);
        var fineTuning = new FineTuning(
                plan.run(),
                plan.recipe(),
                plan.iterations(),
                base.preprocessing(),
                folder,
                snapshotEvery,
                observer,
                cancellation::isRequested,
                clock);
        try (TrainableClassifier classifier = classifiers.loadForTraining(
                start.torchScript(), start.preprocessing(), start.classes().size(), start.solver(plan.recipe()))) {
            return fineTuning.train(classifier, images, slice);
        }
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

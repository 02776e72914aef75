package io.hone.bench.training;

import io.hone.contracts.recipe.Recipe;
import io.hone.contracts.run.Trigger;
import io.hone.registry.version.Training;
import io.hone.trainer.auto.Chooser;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.head.HeadTraining;
import io.hone.trainer.plan.NothingToTrainOnException;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.plan.RunPlanner;
import io.hone.trainer.run.Cancellation;
import io.hone.trainer.run.PlanTraining;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.classifier.DeviceChoice;
import io.hone.vision.linear.HeadFitter;
import io.hone.vision.store.Snapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The trainer from plan to weights, put together as the service does, without Kafka and bucket. */
public final class Trainer {

    /** As in the service's configuration. */
    private static final Duration SNAPSHOT_EVERY = Duration.ofSeconds(60);

    private final Path folder;
    private final Clock clock = Clock.systemUTC();
    private final RunPlanner planner = new RunPlanner(clock);
    private final PlanTraining training;
    private int runs;

    /** @param folder for the files of runs and for the cache of features; what lies in it may be used again */
    public Trainer(DeviceChoice device, Path folder) {
        this.folder = folder;
        Classifiers classifiers = new Classifiers(device);
        HeadTraining headTraining =
                new HeadTraining(classifiers, new HeadFitter(device), folder.resolve("features"), clock);
        this.training = new PlanTraining(
                classifiers, headTraining, new Chooser(classifiers, headTraining, clock), SNAPSHOT_EVERY, clock);
    }

    /** A run on what is new to the base, and whatever the recipe replays. */
    public Run run(Version base, Recipe recipe, ImageStream images) {
        long start = System.nanoTime();
        RunFolder files = new RunFolder(folder.resolve("run-%03d".formatted(++runs)));
        files.delete();
        try {
            RunPlan plan = plan(base, recipe, images);
            PlanTraining.Result result = training.train(
                    plan, base.manifest(), base.torchScript(), images.store(), files, new Quiet(), NEVER);
            Version version = Version.trained(result.trained().torchScript(), result.training(), result.classes());
            return new Run(plan, version, result.training(), (System.nanoTime() - start) / 1e9);
        } catch (RunCancelledException | NothingToTrainOnException e) {
            throw new IllegalStateException("nobody cancels it, nobody takes its images out", e);
        }
    }

    /** @throws IllegalStateException if there are no images to train on */
    public RunPlan plan(Version base, Recipe recipe, ImageStream images) {
        try (Snapshot snapshot = images.store().snapshot()) {
            return planner.plan(base.manifest(), List.of(base.manifest()), Trigger.PERSON, recipe, snapshot);
        } catch (NothingToTrainOnException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The version as if a run had trained it on all that has arrived: what comes now is new to it, the rest older. */
    public Version asIfTrained(Version version, ImageStream images) {
        RunPlan plan = plan(version, Recipe.DEFAULT, images);
        Training asIf = new Training(
                plan.run(),
                plan.baseVersion(),
                plan.trigger(),
                plan.dataset(),
                plan.recipe(),
                plan.recipe().kind(),
                plan.newClasses(),
                plan.iterations(),
                0,
                Optional.empty(),
                0,
                "none",
                Optional.empty(),
                Optional.empty());
        return Version.trained(version.torchScript(), asIf, version.classes());
    }

    /** Every run comes to its end. */
    private static final Cancellation NEVER = new Cancellation() {
        @Override
        public boolean isRequested() {
            return false;
        }

        @Override
        public boolean isRequestedWithin(Duration time) {
            return false;
        }
    };

    private static final class Quiet implements PlanTraining.Observer {

        @Override
        public void begins(RunPlan chosen, String device) {}

        @Override
        public void progressed(Progress progress) {}
    }
}

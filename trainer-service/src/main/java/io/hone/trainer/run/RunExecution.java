package io.hone.trainer.run;

import io.hone.contracts.run.RunEvent;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.trainer.candidate.CandidatePublisher;
import io.hone.trainer.finetune.FineTuning;
import io.hone.trainer.finetune.NothingToTrainOnException;
import io.hone.trainer.finetune.ProgressListener;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunPlan;
import io.hone.trainer.finetune.StoredTrainingImages;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.vision.archive.TorchScriptArchive;
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
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One run from its plan to its candidate: download the base, train, publish, announce. */
public final class RunExecution {

    private final ModelRegistry registry;
    private final Classifiers classifiers;
    private final CandidatePublisher publisher;
    private final EventSender events;
    private final Path directory;
    private final InstantSource clock;

    /** @param directory where bases and unfinished candidates lie */
    public RunExecution(
            ModelRegistry registry,
            Classifiers classifiers,
            CandidatePublisher publisher,
            EventSender events,
            Path directory,
            InstantSource clock) {
        this.registry = registry;
        this.classifiers = classifiers;
        this.publisher = publisher;
        this.events = events;
        this.directory = directory;
        this.clock = clock;
    }

    /** Goes on from wherever an earlier attempt at the same plan was cut off. */
    RunOutcome.Finished execute(RunPlan plan, ImageStore store, ProgressListener progress, BooleanSupplier cancelled)
            throws RunCancelledException, NothingToTrainOnException {
        Optional<Manifest> published = published(plan);
        Manifest candidate =
                published.isPresent() ? published.get() : trainAndPublish(plan, store, progress, cancelled);
        publisher.announce(plan, candidate);
        Training training = candidate.training().orElseThrow();
        var finished =
                new RunOutcome.Finished(clock.instant(), candidate.version(), training.loss(), training.seconds());
        events.send(
                new RunEvent.Finished(
                        plan.model(),
                        plan.run(),
                        finished.at(),
                        finished.version(),
                        training.iterations(),
                        finished.loss(),
                        finished.seconds()),
                plan.run() + "-finished");
        return finished;
    }

    private Optional<Manifest> published(RunPlan plan) {
        return registry.versions().list(plan.model()).stream()
                .filter(manifest -> manifest.training()
                        .filter(training -> training.run().equals(plan.run()))
                        .isPresent())
                .findFirst();
    }

    private Manifest trainAndPublish(
            RunPlan plan, ImageStore store, ProgressListener progress, BooleanSupplier cancelled)
            throws RunCancelledException, NothingToTrainOnException {
        Manifest base = registry.versions()
                .find(plan.model(), plan.baseVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "base version %d of model '%s' is gone".formatted(plan.baseVersion(), plan.model())));
        Path torchScript = registry.versions().download(base, directory.resolve("models"));
        Path trained = directory.resolve(plan.run() + ".pt");
        try (TrainableClassifier classifier = classifiers.loadForTraining(
                        torchScript,
                        base.preprocessing(),
                        base.classes().size(),
                        TorchScriptArchive.read(torchScript).head(),
                        plan.recipe().optimizer());
                Snapshot snapshot = store.snapshot()) {
            TrainingImages images = new StoredTrainingImages(plan, base.classes(), snapshot);
            announceStart(plan, classifier.device());
            Instant start = clock.instant();
            double loss =
                    new FineTuning(plan, base.preprocessing(), progress, cancelled, clock).train(classifier, images);
            double seconds = Duration.between(start, clock.instant()).toMillis() / 1e3;
            classifier.save(trained);
            var training = new Training(
                    plan.run(),
                    plan.baseVersion(),
                    plan.trigger(),
                    plan.dataset(),
                    plan.recipe(),
                    plan.iterations(),
                    loss,
                    seconds,
                    classifier.device());
            return publisher.publish(plan, base, trained, training);
        } finally {
            deleteIfThere(trained);
        }
    }

    private void announceStart(RunPlan plan, String device) {
        events.send(
                new RunEvent.Started(
                        plan.model(),
                        plan.run(),
                        clock.instant(),
                        plan.baseVersion(),
                        plan.trigger(),
                        plan.dataset().newImages(),
                        plan.dataset().replayedImages(),
                        plan.recipe(),
                        plan.iterations(),
                        device),
                plan.run() + "-started");
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}

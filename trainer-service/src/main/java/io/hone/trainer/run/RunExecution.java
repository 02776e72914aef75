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

/** One run from its plan to its candidate: download the base, train, publish, announce. */
public final class RunExecution {

    /** Between two attempts to reach the bucket or Kafka. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

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
    RunOutcome.Finished execute(RunPlan plan, ImageStore store, ProgressListener progress, Cancellation cancellation)
            throws RunCancelledException, NothingToTrainOnException {
        Insistence insist = new Insistence(plan.run(), cancellation, PAUSE);
        Optional<Manifest> published = insist.on(() -> published(plan));
        Manifest candidate =
                published.isPresent() ? published.get() : trainAndPublish(plan, store, progress, cancellation, insist);
        insist.onDoing(() -> publisher.announce(plan, candidate));
        Training training = candidate.training().orElseThrow();
        var finished =
                new RunOutcome.Finished(clock.instant(), candidate.version(), training.loss(), training.seconds());
        insist.onDoing(() -> events.send(
                new RunEvent.Finished(
                        plan.model(),
                        plan.run(),
                        finished.at(),
                        finished.version(),
                        training.iterations(),
                        finished.loss(),
                        finished.seconds()),
                plan.run() + "-finished"));
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
            RunPlan plan, ImageStore store, ProgressListener progress, Cancellation cancellation, Insistence insist)
            throws RunCancelledException, NothingToTrainOnException {
        Manifest base = insist.on(() -> registry.versions().require(plan.model(), plan.baseVersion()));
        Path torchScript = insist.on(() -> registry.versions().download(base, directory.resolve("models")));
        Path trained = directory.resolve(plan.run() + ".pt");
        try {
            Training training;
            try (TrainableClassifier classifier = classifiers.loadForTraining(
                            torchScript,
                            base.preprocessing(),
                            base.classes().size(),
                            TorchScriptArchive.read(torchScript).head(),
                            plan.recipe().optimizer());
                    Snapshot snapshot = store.snapshot()) {
                TrainingImages images = new StoredTrainingImages(plan, base.classes(), snapshot);
                insist.onDoing(() -> announceStart(plan, classifier.device()));
                var fineTuning = new FineTuning(plan, base.preprocessing(), progress, cancellation::isRequested, clock);
                training = train(plan, fineTuning, classifier, images);
                classifier.save(trained);
            }
            // Device and store are free again by now: publishing may have to wait for the bucket.
            return insist.on(() -> publisher.publish(plan, base, trained, training));
        } finally {
            deleteIfThere(trained);
        }
    }

    private Training train(RunPlan plan, FineTuning fineTuning, TrainableClassifier classifier, TrainingImages images)
            throws RunCancelledException {
        Instant start = clock.instant();
        double loss = fineTuning.train(classifier, images);
        if (!Double.isFinite(loss)) {
            throw new DivergedException(loss, plan.recipe().rates());
        }
        return new Training(
                plan.run(),
                plan.baseVersion(),
                plan.trigger(),
                plan.dataset(),
                plan.recipe(),
                plan.iterations(),
                loss,
                Duration.between(start, clock.instant()).toMillis() / 1e3,
                classifier.device());
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

package io.hone.trainer.run;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.run.RunEvent;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.trainer.candidate.CandidatePublisher;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.finetune.ProgressListener;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.plan.NothingToTrainOnException;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.store.ImageStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** One run from its plan to its candidate: download the base, train, publish, announce. */
public final class RunExecution {

    /** Between two attempts to reach the bucket or Kafka. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ModelRegistry registry;
    private final PlanTraining training;
    private final CandidatePublisher publisher;
    private final EventSender events;
    private final Path directory;
    private final InstantSource clock;

    /** @param directory where bases and unfinished runs lie */
    public RunExecution(
            ModelRegistry registry,
            PlanTraining training,
            CandidatePublisher publisher,
            EventSender events,
            Path directory,
            InstantSource clock) {
        this.registry = registry;
        this.training = training;
        this.publisher = publisher;
        this.events = events;
        this.directory = directory;
        this.clock = clock;
    }

    /** Where in a trainer's directory the bases lie that it has downloaded. */
    public static Path bases(Path directory) {
        return directory.resolve("models");
    }

    /** Goes on from wherever an earlier attempt at the same plan was cut off. */
    RunOutcome.Finished execute(RunPlan plan, ImageStore store, ProgressListener progress, Cancellation cancellation)
            throws RunCancelledException, NothingToTrainOnException {
        Insistence insist = new Insistence(plan.run(), cancellation, PAUSE);
        Optional<Manifest> published = insist.on(() -> published(plan));
        Manifest candidate =
                published.isPresent() ? published.get() : trainAndPublish(plan, store, progress, cancellation, insist);
        insist.onDoing(() -> publisher.announce(plan, candidate));
        RunOutcome.Finished finished = insist.on(() -> finished(candidate));
        insist.onDoing(() -> announceEnd(plan, finished, candidate.training().orElseThrow()));
        return finished;
    }

    /** Where a run keeps what it has done so far. */
    RunFolder folder(RunPlan plan) {
        return new RunFolder(unfinished(plan.model()).resolve(plan.run()));
    }

    /** Deletes what runs have left that nobody takes up again: killed at their very end, or their journal lost. */
    void sweep(ModelName model) {
        RunFolder.in(unfinished(model)).forEach(RunFolder::delete);
    }

    private Path unfinished(ModelName model) {
        return directory.resolve("unfinished").resolve(model.value());
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
        Path torchScript = insist.on(() -> registry.versions().download(base, bases(directory)));
        registry.versions().forgetOthers(base, bases(directory));
        var observer = new Observed(progress, insist);
        PlanTraining.Result result =
                training.train(plan, base, torchScript, store, folder(plan), observer, cancellation);
        // Device and store are free again by now: publishing may have to wait for the bucket.
        return insist.on(
                () -> publisher.publish(result.plan(), base, result.classes(), result.trained(), result.training()));
    }

    private RunOutcome.Finished finished(Manifest candidate) {
        Training made = candidate.training().orElseThrow();
        return new RunOutcome.Finished(
                clock.instant(),
                candidate.version(),
                made.kind(),
                made.iterations(),
                made.loss(),
                made.validationAccuracy(),
                made.seconds(),
                publisher.curve(candidate));
    }

    /** The run as its training sees it. */
    private final class Observed implements PlanTraining.Observer {

        private final ProgressListener progress;
        private final Insistence insist;

        Observed(ProgressListener progress, Insistence insist) {
            this.progress = progress;
            this.insist = insist;
        }

        @Override
        public void begins(RunPlan chosen, String device) throws RunCancelledException {
            insist.onDoing(() -> announceStart(chosen, device));
        }

        @Override
        public void progressed(Progress how) {
            progress.progressed(how);
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

    private void announceEnd(RunPlan plan, RunOutcome.Finished finished, Training made) {
        events.send(
                new RunEvent.Finished(
                        plan.model(),
                        plan.run(),
                        finished.at(),
                        finished.version(),
                        made.iterations(),
                        finished.loss(),
                        finished.seconds()),
                plan.run() + "-finished");
    }
}

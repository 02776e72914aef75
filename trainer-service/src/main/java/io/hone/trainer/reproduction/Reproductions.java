package io.hone.trainer.reproduction;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.hone.trainer.finetune.Progress;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.plan.NothingToTrainOnException;
import io.hone.trainer.plan.RunPlan;
import io.hone.trainer.reproduction.Reproduction.Outcome;
import io.hone.trainer.run.Cancellation;
import io.hone.trainer.run.PlanTraining;
import io.hone.trainer.run.Runs;
import io.hone.vision.store.ImageStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Trains versions again from what is recorded about them, and compares. */
public final class Reproductions {

    private static final Logger LOG = LoggerFactory.getLogger(Reproductions.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ModelRegistry registry;
    private final Runs runs;
    private final PlanTraining training;
    private final Path directory;
    private final Map<String, String> software;
    private final InstantSource clock;
    private final Map<String, Reproduction> known = new ConcurrentHashMap<>();

    /**
     * @param training keeps its features within the directory, so that none are of an earlier run
     * @param directory for nothing else; emptied before and after
     * @param software names and versions of what trains here
     */
    public Reproductions(
            ModelRegistry registry,
            Runs runs,
            PlanTraining training,
            Path directory,
            Map<String, String> software,
            InstantSource clock) {
        this.registry = registry;
        this.runs = runs;
        this.training = training;
        this.directory = directory;
        this.software = Map.copyOf(software);
        this.clock = clock;
    }

    /**
     * Begins to train a version again, in place of a run.
     *
     * @return how it stands
     * @throws NotReproducibleException if what it takes is not recorded
     * @throws io.hone.trainer.run.RunUnderWayException if a run is under way
     * @throws io.hone.trainer.run.NotFedHereException if the model's images are not read by this process
     */
    public Reproduction request(Manifest version) {
        String name = "%s-%d-%s".formatted(version.model(), version.version(), TIME.format(clock.instant()));
        RunPlan plan = new RecordedPlan(registry.versions()).of(version, name);
        Reproduction begun = begun(version, plan);
        known.put(name, begun);
        try {
            runs.requestWork(version.model(), (store, cancellation) -> reproduce(version, plan, store, cancellation));
            return begun;
        } catch (RuntimeException e) {
            known.remove(name);
            throw e;
        }
    }

    /** The latest of that name that this process has begun. */
    public Optional<Reproduction> find(ModelName model, String name) {
        return Optional.ofNullable(known.get(name))
                .filter(reproduction -> reproduction.model().equals(model));
    }

    private static Reproduction begun(Manifest version, RunPlan plan) {
        return new Reproduction(
                plan.run(),
                version.model(),
                version.version(),
                "running",
                0,
                plan.iterations(),
                version.sha256(),
                Optional.empty(),
                Optional.empty());
    }

    private void reproduce(Manifest version, RunPlan plan, ImageStore store, Cancellation cancellation) {
        MDC.put("model", version.model().value());
        MDC.put("run", plan.run());
        RunFolder work = new RunFolder(directory);
        try {
            // One at a time: whatever lies there was left by a process that was killed.
            work.delete();
            Outcome outcome = outcome(version, plan, store, new RunFolder(work.file("run")), cancellation);
            known.computeIfPresent(plan.run(), (name, running) -> running.finished(outcome));
            LOG.info("Version trained again: version={} identical={}", version.version(), outcome.identical());
        } catch (IOException | RunCancelledException | NothingToTrainOnException | RuntimeException | Error e) {
            known.computeIfPresent(plan.run(), (name, running) -> running.failed(String.valueOf(e.getMessage())));
            LOG.warn("Version could not be trained again: version={}", version.version(), e);
        } finally {
            work.delete();
            MDC.remove("model");
            MDC.remove("run");
        }
    }

    private Outcome outcome(
            Manifest version, RunPlan plan, ImageStore store, RunFolder folder, Cancellation cancellation)
            throws IOException, RunCancelledException, NothingToTrainOnException {
        RecordedPlan.requireImages(plan, store);
        Path downloads = folder.file("models");
        Manifest base = registry.versions().require(plan.model(), plan.baseVersion());
        Path torchScript = registry.versions().download(base, downloads);
        PlanTraining.Result result =
                training.train(plan, base, torchScript, store, folder, new Watched(plan.run()), cancellation);
        Path again = result.trained().torchScript();
        String sha256 = Sha256.of(again);
        boolean identical = sha256.equals(version.sha256());
        double difference =
                identical ? 0 : WeightDifference.largest(registry.versions().download(version, downloads), again);
        return new Outcome(sha256, identical, difference, otherwise(version, result));
    }

    private List<String> otherwise(Manifest version, PlanTraining.Result result) {
        List<String> otherwise = new ArrayList<>();
        String device = version.training().orElseThrow().device();
        if (!device.equals(result.training().device())) {
            otherwise.add("device: %s then, %s now"
                    .formatted(device, result.training().device()));
        }
        new TreeMap<>(version.software()).forEach((name, then) -> {
            if (!then.equals(software.get(name))) {
                otherwise.add("%s: %s then, %s now".formatted(name, then, software.getOrDefault(name, "none")));
            }
        });
        return otherwise;
    }

    /** A reproduction as its training sees it: nobody is told of it by events. */
    private final class Watched implements PlanTraining.Observer {

        private final String name;

        Watched(String name) {
            this.name = name;
        }

        @Override
        public void begins(RunPlan chosen, String device) {
            LOG.info("Version is trained again: run={} device={}", name, device);
        }

        @Override
        public void progressed(Progress how) {
            known.computeIfPresent(name, (same, running) -> running.progressed(how.iteration(), how.iterations()));
        }
    }
}

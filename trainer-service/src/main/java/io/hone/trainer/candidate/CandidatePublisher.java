package io.hone.trainer.candidate;

import io.hone.contracts.run.Candidate;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.registry.version.VersionDraft;
import io.hone.trainer.finetune.RunPlan;
import io.hone.vision.serving.ServingProperties;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Makes trained weights a version, manifest last, and tells the evaluator. Doing so twice is doing so once. */
public final class CandidatePublisher {

    private final ModelRegistry registry;
    private final EventSender events;
    private final Map<String, String> software;
    private final InstantSource clock;

    /** @param software names and versions of what trains, for the manifest */
    public CandidatePublisher(
            ModelRegistry registry, EventSender events, Map<String, String> software, InstantSource clock) {
        this.registry = registry;
        this.events = events;
        this.software = Map.copyOf(software);
        this.clock = clock;
    }

    public Manifest publish(RunPlan plan, Manifest base, Path torchScript, Training training) {
        return registry.versions()
                .publish(new VersionDraft(
                        plan.model(),
                        plan.run(),
                        clock.instant(),
                        torchScript,
                        base.classes(),
                        base.preprocessing(),
                        ServingProperties.of(base.preprocessing()),
                        software,
                        Optional.of(training)));
    }

    public void announce(RunPlan plan, Manifest candidate) {
        events.send(
                new Candidate(
                        plan.model(),
                        candidate.version(),
                        candidate.createdAt(),
                        plan.baseVersion(),
                        plan.run(),
                        candidate.sha256()),
                plan.run() + "-candidate");
    }
}

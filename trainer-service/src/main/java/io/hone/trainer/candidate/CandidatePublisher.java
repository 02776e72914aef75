package io.hone.trainer.candidate;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.Classes;
import io.hone.contracts.run.Candidate;
import io.hone.contracts.run.CurvePoint;
import io.hone.platform.kafka.EventSender;
import io.hone.registry.ModelRegistry;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.registry.version.VersionDraft;
import io.hone.trainer.curve.CurvePicture;
import io.hone.trainer.finetune.Trained;
import io.hone.trainer.plan.ImageList;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.serving.ServingProperties;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

    /**
     * @param classes of the trained network: the base's, and those that it has grown by
     * @return what stands there already when this run has published before
     */
    public Manifest publish(RunPlan plan, Manifest base, Classes classes, Trained trained, Training training) {
        return registry.versions()
                .publish(new VersionDraft(
                        plan.model(),
                        plan.run(),
                        clock.instant(),
                        trained.torchScript(),
                        classes,
                        base.preprocessing(),
                        ServingProperties.of(base.preprocessing()),
                        software,
                        Optional.of(training),
                        base.head(),
                        Optional.empty(),
                        Map.of(
                                ObjectKeys.IMAGE_LIST,
                                ImageList.of(plan).csv(),
                                ObjectKeys.CURVE,
                                Json.writePretty(trained.curve()),
                                ObjectKeys.CURVE_PICTURE,
                                picture(plan, trained))));
    }

    private static byte[] picture(RunPlan plan, Trained trained) {
        String heading = "%s, fine-tuned from version %d".formatted(plan.model(), plan.baseVersion());
        return new CurvePicture(heading, trained.curve(), OptionalInt.of(trained.keptIteration()))
                .svg()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Loss and accuracy over the iterations of the run that made a version; none for one that has no such run. */
    public List<CurvePoint> curve(Manifest version) {
        return registry.versions()
                .file(version, ObjectKeys.CURVE)
                .map(json -> List.of(Json.read(json, CurvePoint[].class)))
                .orElse(List.of());
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

package io.hone.evaluator.hygiene;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.champion.Move;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.evaluator.Manifests;
import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.Dataset;
import io.hone.registry.version.ListedImages;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Overlap;
import io.hone.registry.version.Training;
import io.hone.registry.version.VersionDraft;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Versions in a bucket that say what they were trained on. */
public final class TrainedVersions {

    private final ModelRegistry registry;
    private final ModelName model;
    private final Path torchScript;

    public TrainedVersions(ModelRegistry registry, ModelName model, Path torchScript) {
        this.registry = registry;
        this.model = model;
        this.torchScript = torchScript;
    }

    public Manifest base() {
        return registry.versions().publish(Manifests.draft(model, "base", torchScript, Optional.empty()));
    }

    public Manifest trained(int base, long toOffset, List<ImageId> images) {
        return trained(base, toOffset, images, Overlap.NONE);
    }

    public Manifest trained(int base, long toOffset, List<ImageId> images, Overlap overlap) {
        byte[] csv = (ListedImages.HEADING
                        + images.stream().map("%s,new,red\n"::formatted).collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
        return publish(base, toOffset, Optional.of(Sha256.of(csv)), Map.of(ObjectKeys.IMAGE_LIST, csv), overlap);
    }

    /** As trainers of old did: nobody knows which images. */
    public Manifest trainedOnUnknown(int base, long toOffset) {
        return publish(base, toOffset, Optional.empty(), Map.of(), Overlap.NONE);
    }

    /** Whose list is not the one that its manifest names. */
    public Manifest trainedOnChanged(int base, long toOffset) {
        return publish(
                base,
                toOffset,
                Optional.of(Sha256.of("another list")),
                Map.of(ObjectKeys.IMAGE_LIST, new byte[0]),
                Overlap.NONE);
    }

    private Manifest publish(
            int base, long toOffset, Optional<String> digest, Map<String, byte[]> files, Overlap overlap) {
        String run = "run-" + (registry.versions().count(model) + 1);
        Training before = Manifests.trainingOf(model, run, base, toOffset);
        Dataset dataset = new Dataset(
                before.dataset().topic(),
                0,
                toOffset,
                10,
                0,
                Map.of("red", 10),
                Sha256.of(""),
                Map.of(),
                digest,
                overlap);
        Training training = new Training(
                run,
                base,
                before.trigger(),
                dataset,
                before.recipe(),
                before.kind(),
                before.newClasses(),
                before.iterations(),
                before.loss(),
                before.validationAccuracy(),
                before.seconds(),
                before.device(),
                before.choice(),
                before.headFit());
        VersionDraft draft = Manifests.draft(model, run, torchScript, Optional.of(training));
        return registry.versions()
                .publish(new VersionDraft(
                        draft.model(),
                        draft.writer(),
                        draft.createdAt(),
                        draft.torchScript(),
                        draft.classes(),
                        draft.preprocessing(),
                        draft.servingProperties(),
                        draft.software(),
                        draft.training(),
                        draft.head(),
                        draft.origin(),
                        files));
    }

    public void champion(int version) {
        List<ChampionEntry> before = registry.champions().history(model);
        registry.champions()
                .append(new ChampionEntry(
                        model,
                        before.size() + 1,
                        version,
                        before.isEmpty()
                                ? Optional.empty()
                                : Optional.of(before.get(before.size() - 1).version()),
                        Manifests.NOW,
                        before.isEmpty() ? Move.REGISTERED : Move.PROMOTED,
                        "ada",
                        "by hand",
                        "ada-" + (before.size() + 1)));
    }
}

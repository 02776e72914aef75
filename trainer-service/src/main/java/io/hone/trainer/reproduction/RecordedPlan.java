package io.hone.trainer.reproduction;

import io.hone.contracts.ObjectKeys;
import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.registry.version.Manifest;
import io.hone.registry.version.Training;
import io.hone.registry.version.Versions;
import io.hone.trainer.auto.Chooser;
import io.hone.trainer.plan.ImageList;
import io.hone.trainer.plan.PlannedImage;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The plan that a version came of, as manifest and image list have recorded it. */
final class RecordedPlan {

    private final Versions versions;

    RecordedPlan(Versions versions) {
        this.versions = versions;
    }

    /**
     * @param name of the run that trains it again
     * @throws NotReproducibleException if it was registered and not trained, or its list of images is missing or changed
     */
    RunPlan of(Manifest version, String name) {
        Training training = version.training()
                .orElseThrow(() -> new NotReproducibleException(
                        "version %d of model '%s' was registered, not trained: there is nothing to train again"
                                .formatted(version.version(), version.model())));
        RunPlan plan = new RunPlan(
                name,
                version.model(),
                training.baseVersion(),
                training.trigger(),
                version.createdAt(),
                training.recipe(),
                training.newClasses(),
                training.dataset(),
                images(version, training));
        // What auto chose is recorded: choosing again would only take time.
        return training.choice().map(choice -> Chooser.carriedOut(plan, choice)).orElse(plan);
    }

    private List<PlannedImage> images(Manifest version, Training training) {
        byte[] csv = versions.file(version, ObjectKeys.IMAGE_LIST)
                .orElseThrow(() -> new NotReproducibleException(
                        "version %d of model '%s' has no %s: it was made before versions recorded their images"
                                .formatted(version.version(), version.model(), ObjectKeys.IMAGE_LIST)));
        if (!training.dataset().imagesDigest().equals(Optional.of(Sha256.of(csv)))) {
            throw new NotReproducibleException(
                    "%s of version %d of model '%s' is not what the manifest names: somebody has changed it"
                            .formatted(ObjectKeys.IMAGE_LIST, version.version(), version.model()));
        }
        return ImageList.read(csv).images();
    }

    /** @throws NotReproducibleException if images of the plan are not in the store */
    static void requireImages(RunPlan plan, ImageStore store) {
        try (Snapshot snapshot = store.snapshot()) {
            Set<ImageId> there =
                    snapshot.byArrival().stream().map(StoredImage::id).collect(Collectors.toSet());
            long missing = plan.images().stream()
                    .filter(image -> !there.contains(image.id()))
                    .count();
            if (missing > 0) {
                throw new NotReproducibleException(
                        "%d of the %d images are not in this trainer's store: if GET …/images shows that it is still reading, try again when it is done; images that were taken out of the stream, or went to the hold-out, cannot be trained on again"
                                .formatted(missing, plan.images().size()));
            }
        }
    }
}

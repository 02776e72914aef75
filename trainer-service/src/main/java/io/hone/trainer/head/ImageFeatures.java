package io.hone.trainer.head;

import io.hone.contracts.Sha256;
import io.hone.contracts.image.ImageId;
import io.hone.trainer.finetune.Base;
import io.hone.trainer.finetune.RunCancelledException;
import io.hone.trainer.finetune.RunFolder;
import io.hone.trainer.finetune.TrainingImages;
import io.hone.trainer.plan.RunPlan;
import io.hone.vision.archive.HeadSurgery;
import io.hone.vision.classifier.Classifiers;
import io.hone.vision.features.CachedFeatures;
import io.hone.vision.features.FeatureMatrix;
import io.hone.vision.features.FeatureStore;
import io.hone.vision.features.Features;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a base's backbone says about images: each is computed once, and kept for later runs from the same backbone. */
final class ImageFeatures {

    private static final Logger LOG = LoggerFactory.getLogger(ImageFeatures.class);
    private static final String BACKBONE = "backbone.pt";

    /** The same in all runs: features computed in batches of another size differ in their last bits. */
    private static final int BATCH_SIZE = 64;

    private final Classifiers classifiers;
    private final Path directory;

    /** @param directory with a store for each model */
    ImageFeatures(Classifiers classifiers, Path directory) {
        this.classifiers = classifiers;
        this.directory = directory;
    }

    /** All that decides an image's features, to the last bit. */
    private String key(Base base) {
        return Sha256.of(String.join(
                "\n",
                base.archive().backboneDigest(base.head()),
                base.preprocessing().toString(),
                classifiers.device(),
                Classifiers.engineVersion()));
    }

    /** @return one row for each position, in their order */
    FeatureMatrix of(
            RunPlan plan,
            Base base,
            TrainingImages images,
            int[] positions,
            RunFolder folder,
            BooleanSupplier cancelled)
            throws RunCancelledException {
        List<ImageId> ids = IntStream.of(positions).mapToObj(images::id).toList();
        Map<ImageId, Integer> positionOf = new HashMap<>();
        for (int position : positions) {
            positionOf.put(images.id(position), position);
        }
        Path backbone = folder.file(BACKBONE);
        HeadSurgery.identity(base.torchScript(), backbone, base.head());
        int width = base.head().inFeatures();
        try (FeatureStore store =
                FeatureStore.open(directory.resolve(plan.model().value()))) {
            Features known = store.of(key(base), width);
            var cached = new CachedFeatures(
                    known,
                    () -> classifiers.loadFeatures(backbone, base.preprocessing(), width),
                    BATCH_SIZE,
                    cancelled);
            // An image that was taken out of the stream is not to live on in here.
            store.retain(images.stored());
            FeatureMatrix features = cached.of(ids, id -> images.pixels(positionOf.get(id)));
            LOG.info("Features: computed={} cached={}", features.computed(), features.cached());
            return features;
        } catch (CancellationException e) {
            throw new RunCancelledException(plan.run(), e);
        }
    }
}

package io.hone.vision.features;

import io.hone.contracts.Checks;
import io.hone.contracts.image.ImageId;
import io.hone.images.Pixels;
import io.hone.vision.classifier.FeatureExtractor;
import io.hone.vision.classifier.PixelBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Features from the store, and from the backbone where the store has none. The backbone is loaded only if it is needed.
 *
 * <p>It always sees batches of one size, the last filled up: kernels are chosen by the size, and another one changes the
 * last digits. So an image's features are the same bits whichever images they are computed with.
 */
public final class CachedFeatures {

    private final Features store;
    private final Supplier<FeatureExtractor> backbone;
    private final int batchSize;
    private final BooleanSupplier cancelled;

    /**
     * @param backbone loads the one whose features the store keeps
     * @param batchSize at least 1; to be the same in all runs
     * @param cancelled asked before each batch
     */
    public CachedFeatures(
            Features store, Supplier<FeatureExtractor> backbone, int batchSize, BooleanSupplier cancelled) {
        this.store = store;
        this.backbone = backbone;
        this.batchSize = Checks.atLeast("batchSize", batchSize, 1);
        this.cancelled = cancelled;
    }

    /**
     * @param images at least one; the matrix has their order
     * @param pixels of an image, at the model's input size; asked only for those that the store does not know
     * @throws CancellationException if it was stopped; what was computed until then is in the store
     */
    public FeatureMatrix of(List<ImageId> images, Function<ImageId, Pixels> pixels) {
        Checks.atLeast("images", images.size(), 1);
        float[] matrix = new float[Math.multiplyExact(images.size(), store.width())];
        Map<ImageId, List<Integer>> missing = new LinkedHashMap<>();
        for (int row = 0; row < images.size(); row++) {
            Optional<float[]> known = store.find(images.get(row));
            if (known.isPresent()) {
                System.arraycopy(known.get(), 0, matrix, row * store.width(), store.width());
            } else {
                missing.computeIfAbsent(images.get(row), id -> new ArrayList<>())
                        .add(row);
            }
        }
        if (!missing.isEmpty()) {
            compute(missing, pixels, matrix);
        }
        return new FeatureMatrix(matrix, store.width(), missing.size(), images.size() - missing.size());
    }

    /** @param missing images and their rows */
    private void compute(Map<ImageId, List<Integer>> missing, Function<ImageId, Pixels> pixels, float[] matrix) {
        List<ImageId> ids = List.copyOf(missing.keySet());
        try (FeatureExtractor extractor = backbone.get()) {
            requireWidth(extractor);
            for (int start = 0; start < ids.size(); start += batchSize) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException(
                            "stopped after the features of %d of %d images".formatted(start, ids.size()));
                }
                List<ImageId> these = ids.subList(start, Math.min(start + batchSize, ids.size()));
                float[] features = extractor.extract(batch(these, pixels));
                store.put(these, features);
                for (int i = 0; i < these.size(); i++) {
                    for (int row : missing.get(these.get(i))) {
                        System.arraycopy(features, i * store.width(), matrix, row * store.width(), store.width());
                    }
                }
            }
        }
    }

    private PixelBatch batch(List<ImageId> ids, Function<ImageId, Pixels> pixels) {
        List<Pixels> batch = new ArrayList<>(ids.stream().map(pixels).toList());
        while (batch.size() < batchSize) {
            batch.add(batch.get(0));
        }
        return PixelBatch.of(batch);
    }

    private void requireWidth(FeatureExtractor extractor) {
        if (extractor.width() != store.width()) {
            throw new IllegalArgumentException(
                    "the backbone gives %d features, the store keeps %d".formatted(extractor.width(), store.width()));
        }
    }
}

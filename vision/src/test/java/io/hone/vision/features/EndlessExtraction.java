package io.hone.vision.features;

import static io.hone.vision.features.TestFeatures.WIDTH;
import static io.hone.vision.features.TestFeatures.backbone;
import static io.hone.vision.features.TestFeatures.features;
import static io.hone.vision.features.TestFeatures.ids;

import java.nio.file.Path;

/** Run as a process, it stores batches of features until somebody kills it, and prints the first image not yet stored. */
final class EndlessExtraction {

    static final int BATCH = 10;

    private EndlessExtraction() {}

    public static void main(String[] arguments) {
        try (FeatureStore store = FeatureStore.open(Path.of(arguments[0]))) {
            Features features = store.of(backbone(1), WIDTH);
            int start = 0;
            while (features.missing(ids(start, start + BATCH)).isEmpty()) {
                start += BATCH;
            }
            while (true) {
                features.put(ids(start, start + BATCH), features(start, start + BATCH));
                start += BATCH;
                System.out.println(start);
            }
        }
    }
}

package io.hone.vision.features;

import io.hone.vision.classifier.FeatureExtractor;
import io.hone.vision.classifier.PixelBatch;
import java.util.ArrayList;
import java.util.List;

/** Says of an image its first byte, {@link TestFeatures#WIDTH} times, and remembers what it was asked. */
final class CountingExtractor implements FeatureExtractor {

    final List<Integer> batchSizes = new ArrayList<>();
    int loaded;
    int closed;

    FeatureExtractor load() {
        loaded++;
        return this;
    }

    @Override
    public int width() {
        return TestFeatures.WIDTH;
    }

    @Override
    public float[] extract(PixelBatch batch) {
        batchSizes.add(batch.count());
        float[] features = new float[batch.count() * width()];
        int bytes = batch.rgb().length / batch.count();
        for (int i = 0; i < features.length; i++) {
            features[i] = batch.rgb()[i / width() * bytes];
        }
        return features;
    }

    @Override
    public void close() {
        closed++;
    }
}

package io.hone.vision.features;

/**
 * The features of many images.
 *
 * @param features one image after the other: n × width
 * @param computed images whose features had to be computed
 * @param cached images whose features were in the store
 */
public record FeatureMatrix(float[] features, int width, int computed, int cached) {

    public FeatureMatrix {
        if ((long) (computed + cached) * width != features.length) {
            throw new IllegalArgumentException("%d images of %d features need %d numbers, not %d"
                    .formatted(computed + cached, width, (long) (computed + cached) * width, features.length));
        }
    }

    public int count() {
        return computed + cached;
    }
}

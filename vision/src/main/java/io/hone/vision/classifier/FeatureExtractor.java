package io.hone.vision.classifier;

/**
 * A backbone: what a network says about images before its head decides. Holds native memory until closed. Not for
 * several threads at once.
 */
public interface FeatureExtractor extends AutoCloseable {

    /** Features of an image. */
    int width();

    /**
     * @return one image after the other: N × width
     * @throws IllegalArgumentException if the batch's size is not the model's input size
     */
    float[] extract(PixelBatch batch);

    @Override
    void close();
}

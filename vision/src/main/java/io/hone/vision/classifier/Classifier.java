package io.hone.vision.classifier;

/** A loaded version that answers what images show. Holds native memory until closed. Not for several threads at once. */
public interface Classifier extends AutoCloseable {

    /** @throws IllegalArgumentException if the batch's size is not the model's input size */
    Predictions predict(PixelBatch batch);

    /** Such as {@code cpu} or {@code gpu(0)}. */
    String device();

    @Override
    void close();
}

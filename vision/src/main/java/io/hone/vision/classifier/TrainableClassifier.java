package io.hone.vision.classifier;

import java.nio.file.Path;

/** A loaded version that learns. Holds native memory until closed. Not for several threads at once. */
public interface TrainableClassifier extends AutoCloseable {

    /**
     * One step: forward, softmax cross-entropy, backward, clipping, update.
     *
     * @param labels class ids, one for each image of the batch
     * @param rateFactor what the solver's rates are multiplied with in this step, so that the caller may follow a
     *     schedule; 0 to 1000
     * @return mean loss over the batch before the update, in nats, with the solver's label smoothing
     * @throws IllegalArgumentException if a label is no class of the model, the batch's size not its input size, or the
     *     factor out of its range
     */
    float step(PixelBatch batch, int[] labels, double rateFactor);

    /**
     * What the network says so far, in evaluation mode. Training goes on as if nobody had asked.
     *
     * @throws IllegalArgumentException if the batch's size is not the model's input size
     */
    Predictions predict(PixelBatch batch);

    /**
     * Writes a plain TorchScript file that loads anywhere: the base's with other numbers in its tensors. The base's file
     * must still be there. Whole or not at all.
     */
    void save(Path torchScript);

    /**
     * Writes all that {@link #resume} needs to go on. At every moment, also when the machine stops in the middle, the
     * directory holds the snapshot from before or this one. Other files in it stay.
     */
    void snapshot(Path directory);

    /**
     * Goes on bit for bit as the training that wrote the snapshot, on the same kind of machine.
     *
     * @throws UnusableSnapshotException if the directory holds none, a damaged one, or one of a training with another
     *     base or solver; this training then is as it was
     */
    void resume(Path directory);

    /** Such as {@code cpu} or {@code gpu(0)}. */
    String device();

    @Override
    void close();
}

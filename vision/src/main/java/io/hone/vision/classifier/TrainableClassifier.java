package io.hone.vision.classifier;

import io.hone.contracts.recipe.Rates;
import java.nio.file.Path;

/** A loaded version that learns. Holds native memory until closed. Not for several threads at once. */
public interface TrainableClassifier extends AutoCloseable {

    /**
     * One step: forward, softmax cross-entropy, backward, update.
     *
     * @param labels class ids, one for each image of the batch
     * @param rates the learning rates of this step, so that the caller may follow a schedule
     * @return mean loss over the batch before the update, in nats
     * @throws IllegalArgumentException if a label is no class of the model, or the batch's size not its input size
     */
    float step(PixelBatch batch, int[] labels, Rates rates);

    /** Writes a plain TorchScript file that loads anywhere, in evaluation mode. */
    void save(Path torchScript);

    /** Such as {@code cpu} or {@code gpu(0)}. */
    String device();

    @Override
    void close();
}

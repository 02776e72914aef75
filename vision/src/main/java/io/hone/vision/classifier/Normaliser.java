package io.hone.vision.classifier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.hone.contracts.model.ColourOrder;
import io.hone.contracts.model.Preprocessing;
import io.hone.images.Pixels;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Pixels to a network's input, the same for training and inference. Bytes travel to the device, everything else happens
 * there.
 */
final class Normaliser {

    private static final int COLOUR_AXIS = 3;

    private final Preprocessing preprocessing;
    private final NDArray full;
    private final NDArray mean;
    private final NDArray standardDeviation;

    /** @param manager owns the constants; they live as long as it does */
    Normaliser(Preprocessing preprocessing, NDManager manager) {
        this.preprocessing = preprocessing;
        full = manager.create(255f);
        mean = channels(manager, preprocessing.mean());
        standardDeviation = channels(manager, preprocessing.standardDeviation());
    }

    private static NDArray channels(NDManager manager, List<Float> values) {
        float[] array = {values.get(0), values.get(1), values.get(2)};
        return manager.create(array, new Shape(1, Pixels.CHANNELS, 1, 1));
    }

    /**
     * @param manager owns the result
     * @return N × 3 × height × width, 32-bit floats, channels in the model's colour order
     * @throws IllegalArgumentException if the images have not the model's input size
     */
    NDArray toInput(PixelBatch batch, NDManager manager) {
        requireSize(batch);
        Shape shape = new Shape(batch.count(), batch.height(), batch.width(), Pixels.CHANNELS);
        NDArray bytes = manager.create(ByteBuffer.wrap(batch.rgb()), shape, DataType.UINT8);
        NDArray ordered = preprocessing.colourOrder() == ColourOrder.BGR ? bytes.flip(COLOUR_AXIS) : bytes;
        return planes(ordered)
                .toType(DataType.FLOAT32, false)
                .divi(full)
                .subi(mean)
                .divi(standardDeviation);
    }

    /**
     * Flattening in between makes the memory contiguous, which a transposed view is not. The view computes up to a fifth
     * faster, but networks that flatten with {@code view()} break on it.
     */
    private static NDArray planes(NDArray interleaved) {
        NDArray view = interleaved.transpose(0, COLOUR_AXIS, 1, 2);
        return view.flatten().reshape(view.getShape());
    }

    private void requireSize(PixelBatch batch) {
        if (batch.width() != preprocessing.width() || batch.height() != preprocessing.height()) {
            throw new IllegalArgumentException("the batch's images have %d × %d pixels, the model takes %d × %d"
                    .formatted(batch.width(), batch.height(), preprocessing.width(), preprocessing.height()));
        }
    }
}

package io.hone.bench.network;

import io.hone.vision.archive.TensorInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Numbers as PyTorch's layers begin with ({@code reset_parameters} of {@code torch.nn}'s {@code Conv2d}, {@code Linear}
 * and {@code BatchNorm2d}): weights and biases of convolutions and linear layers uniform between ±1/√fan-in, which for the
 * weights is {@code kaiming_uniform_(a=√5)}; of batch normalisation weight 1, bias 0, mean 0, variance 1, count 0.
 */
final class FreshWeights {

    private static final String WEIGHT = "weight";
    private static final String BIAS = "bias";

    private final Map<String, TensorInfo> byName;
    private final SplittableRandom random;

    /** @param tensors of a whole network */
    FreshWeights(List<TensorInfo> tensors, long seed) {
        this.byName = tensors.stream().collect(Collectors.toMap(TensorInfo::name, Function.identity()));
        this.random = new SplittableRandom(seed);
    }

    /**
     * To be asked in the order of the network, once for each tensor: each takes numbers from the same sequence.
     *
     * @throws IllegalArgumentException if it belongs to a kind of layer that is not known here
     */
    float[] of(TensorInfo tensor) {
        float[] numbers = new float[Math.toIntExact(tensor.elements())];
        switch (lastPart(tensor)) {
            case WEIGHT -> begin(numbers, tensor, 1);
            case BIAS -> begin(numbers, weightBeside(tensor), 0);
            case "running_var" -> Arrays.fill(numbers, 1);
            case "running_mean", "num_batches_tracked" -> Arrays.fill(numbers, 0);
            default -> throw unknown(tensor);
        }
        return numbers;
    }

    /** @param normalised what batch normalisation begins with */
    private void begin(float[] numbers, TensorInfo weight, float normalised) {
        if (weight.shape().size() < 2) {
            Arrays.fill(numbers, normalised);
            return;
        }
        double bound = 1 / Math.sqrt((double) weight.elements() / weight.shape().get(0));
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble(-bound, bound);
        }
    }

    private TensorInfo weightBeside(TensorInfo bias) {
        String layer = bias.name().substring(0, bias.name().length() - BIAS.length());
        TensorInfo weight = byName.get(layer + WEIGHT);
        if (weight == null) {
            throw unknown(bias);
        }
        return weight;
    }

    private static String lastPart(TensorInfo tensor) {
        return tensor.name().substring(tensor.name().lastIndexOf('.') + 1);
    }

    private static IllegalArgumentException unknown(TensorInfo tensor) {
        return new IllegalArgumentException(
                "how PyTorch begins '%s' of shape %s is not known: only convolutions, linear layers and batch normalisation are"
                        .formatted(tensor.name(), tensor.shape()));
    }
}

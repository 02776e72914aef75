package io.hone.bench.scratch;

import io.hone.contracts.run.CurvePoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The same measured once in PyTorch 1.13 on a machine of two cores: network, images, rates and batches as here, looks less
 * often. Figures of one seed, printed beside Hone's.
 */
final class PyTorch {

    private static final double[] SCRATCH = {
        .4976, .5968, .7236, .6532, .7172, .7024, .7080, .7304, .7680, .7504, .8032, .7848, .7652, .7952, .8436, .8288,
        .8228, .8344, .8496, .7928
    };

    private static final double[] FINE_TUNED = {
        .7572, .7552, .8036, .8152, .8036, .8220, .8216, .8372, .8048, .8360, .8364, .8428, .8416, .8576, .8352, .8580,
        .8472, .8528, .8184, .8584
    };

    static final Attempt FROM_SCRATCH = new Attempt("PyTorch, from scratch", curve(SCRATCH, 100), 459);

    static final Attempt FINE_TUNING = new Attempt("PyTorch, fine-tuned", curve(FINE_TUNED, 50), 273);

    private PyTorch() {}

    /** Losses were not written down. */
    private static List<CurvePoint> curve(double[] accuracies, int every) {
        return IntStream.range(0, accuracies.length)
                .mapToObj(
                        i -> new CurvePoint((i + 1) * every, Double.NaN, Optional.empty(), Optional.of(accuracies[i])))
                .toList();
    }
}

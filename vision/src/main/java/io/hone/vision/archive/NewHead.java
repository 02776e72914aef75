package io.hone.vision.archive;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongToDoubleFunction;

/** The numbers of a linear layer that is to be: of which types they are is known once the old one's are. */
interface NewHead {

    /** In place of the old one. */
    Content weight(StoredTensor old);

    Content bias(StoredTensor old);

    /** @param weights by their index in row order */
    static NewHead of(int classes, int features, LongToDoubleFunction weights, IntToDoubleFunction biases) {
        return new NewHead() {
            @Override
            public Content weight(StoredTensor old) {
                return new FloatContent(old.type(), (long) classes * features, () -> {
                    long[] next = {0};
                    return () -> weights.applyAsDouble(next[0]++);
                });
            }

            @Override
            public Content bias(StoredTensor old) {
                return new FloatContent(old.type(), classes, () -> {
                    int[] next = {0};
                    return () -> biases.applyAsDouble(next[0]++);
                });
            }
        };
    }

    /**
     * As PyTorch begins a linear layer: weight and bias uniform between ±1/√features. Source: {@code
     * torch.nn.Linear.reset_parameters}.
     */
    static NewHead fresh(int classes, int features, long seed) {
        return new NewHead() {
            @Override
            public Content weight(StoredTensor old) {
                return new FloatContent(old.type(), (long) classes * features, () -> uniform(seed));
            }

            @Override
            public Content bias(StoredTensor old) {
                return new FloatContent(old.type(), classes, () -> uniform(~seed));
            }

            private DoubleSupplier uniform(long ownSeed) {
                double bound = 1 / Math.sqrt(features);
                Random random = new Random(ownSeed);
                return () -> bound * (2 * random.nextDouble() - 1);
            }
        };
    }

    /** These numbers behind the old ones. */
    static NewHead behindTheOld(NewHead added) {
        return new NewHead() {
            @Override
            public Content weight(StoredTensor old) {
                return old.inRowOrder().then(added.weight(old));
            }

            @Override
            public Content bias(StoredTensor old) {
                return old.inRowOrder().then(added.bias(old));
            }
        };
    }
}

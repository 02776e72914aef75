package io.hone.contracts.recipe;

import io.hone.contracts.Checks;

/** How gradients become steps. */
public sealed interface Optimizer {

    /** Names as they are written. */
    enum Name {
        SGD,
        ADAMW
    }

    /**
     * Stochastic gradient descent as PyTorch's {@code torch.optim.SGD} does it: {@code v = momentum·v + g + decay·w},
     * {@code w -= rate·v}.
     *
     * @param momentum 0 to 0.999
     * @param weightDecay 0 to 1
     */
    record Sgd(double momentum, double weightDecay) implements Optimizer {
        public Sgd {
            Checks.within("optimizer.momentum", momentum, 0, 0.999);
            Checks.within("optimizer.weight-decay", weightDecay, 0, 1);
        }
    }

    /**
     * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019).
     *
     * @param beta1 decay of the first moment, 0 to 0.9999
     * @param beta2 decay of the second moment, 0 to 0.99999
     * @param epsilon 1e-12 to 1
     * @param weightDecay 0 to 1
     */
    record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
        public AdamW {
            Checks.within("optimizer.beta1", beta1, 0, 0.9999);
            Checks.within("optimizer.beta2", beta2, 0, 0.99999);
            Checks.within("optimizer.epsilon", epsilon, 1e-12, 1);
            Checks.within("optimizer.weight-decay", weightDecay, 0, 1);
        }
    }
}

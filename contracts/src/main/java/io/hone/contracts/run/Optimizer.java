package io.hone.contracts.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hone.contracts.Checks;

/** How gradients become steps. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Optimizer.Sgd.class, name = "sgd"),
    @JsonSubTypes.Type(value = Optimizer.AdamW.class, name = "adamw")
})
public sealed interface Optimizer {

    /**
     * Stochastic gradient descent as PyTorch's {@code torch.optim.SGD} does it: {@code v = momentum·v + g + decay·w},
     * {@code w -= rate·v}.
     *
     * @param momentum 0 to 0.999
     * @param weightDecay 0 to 1
     */
    record Sgd(double momentum, double weightDecay) implements Optimizer {
        public Sgd {
            Checks.within("momentum", momentum, 0, 0.999);
            Checks.within("weightDecay", weightDecay, 0, 1);
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
            Checks.within("beta1", beta1, 0, 0.9999);
            Checks.within("beta2", beta2, 0, 0.99999);
            Checks.within("epsilon", epsilon, 1e-12, 1);
            Checks.within("weightDecay", weightDecay, 0, 1);
        }
    }
}

package io.hone.trainer.finetune;

import io.hone.contracts.recipe.Rates;

/** The loss grew beyond all bounds: what was trained is of no use. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DivergedException(double loss, int iteration, Rates rates) {
        super(("the loss is %s after iteration %d at rates of %s (backbone) and %s (head): lower rates.backbone and"
                        + " rates.head, or set gradient-clip.norm")
                .formatted(loss, iteration, rates.backbone(), rates.head()));
    }
}

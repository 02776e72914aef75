package io.hone.trainer.run;

import io.hone.contracts.recipe.Rates;

/** The loss grew beyond all bounds: what was trained is of no use. */
final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DivergedException(double loss, Rates rates) {
        super("the loss is %s at rates of %s (backbone) and %s (head): lower hone.recipe.rates.*"
                .formatted(loss, rates.backbone(), rates.head()));
    }
}

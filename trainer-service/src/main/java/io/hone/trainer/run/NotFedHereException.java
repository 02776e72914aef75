package io.hone.trainer.run;

import io.hone.contracts.model.ModelName;

/** The model's images are not read by this process: not yet, or by another trainer of the group. */
public final class NotFedHereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFedHereException(ModelName model) {
        super(
                ("images of model '%s' are not read by this trainer: either it has just started or the model was registered "
                                + "a moment ago, then try again in some seconds, or another trainer has the model: ask that one")
                        .formatted(model));
    }
}

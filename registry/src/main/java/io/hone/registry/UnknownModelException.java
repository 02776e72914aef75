package io.hone.registry;

import io.hone.contracts.model.ModelName;

/** No such model is registered. */
public final class UnknownModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ModelName model;

    public UnknownModelException(ModelName model) {
        super("model '%s' is not registered: register it with POST /v1/models at the evaluator".formatted(model));
        this.model = model;
    }

    public ModelName model() {
        return model;
    }
}

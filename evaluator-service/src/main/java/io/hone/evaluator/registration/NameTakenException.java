package io.hone.evaluator.registration;

import io.hone.contracts.model.ModelName;

/** Another model holds the name; the message says how it differs. */
public final class NameTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NameTakenException(ModelName name, String difference) {
        super("the name '%s' is taken: %s. Choose another name.".formatted(name, difference));
    }
}

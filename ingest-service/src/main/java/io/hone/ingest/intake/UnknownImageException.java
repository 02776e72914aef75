package io.hone.ingest.intake;

import io.hone.contracts.model.ModelName;

/** The model's stream has no such image, or has it no more. */
public final class UnknownImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;

    /** @param field {@code id} or {@code annotation} */
    public UnknownImageException(ModelName model, String field, String value) {
        super("model '%s' has no image of %s '%s', or it was taken back".formatted(model, field, value));
        this.field = field;
        this.value = value;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }
}

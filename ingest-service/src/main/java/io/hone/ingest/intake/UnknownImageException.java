package io.hone.ingest.intake;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;

/** The model's stream has no such image, or has it no more. */
public final class UnknownImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;

    /** @param field {@code id} or {@code annotation} */
    public UnknownImageException(ModelName model, String field, String value) {
        this("model '%s' has no image of %s '%s', or it was taken back".formatted(model, field, value), field, value);
    }

    private UnknownImageException(String message, String field, String value) {
        super(message);
        this.field = field;
        this.value = value;
    }

    /** One that is out of the stream because its label is doubted. */
    public static UnknownImageException quarantined(ModelName model, ImageId id) {
        return new UnknownImageException(
                "the label of image '%s' is doubted, and the image out of the stream: look at /v1/models/%s/quarantine/%s, then release or discard it, or give it a label"
                        .formatted(id, model, id),
                "id",
                id.value());
    }

    /** One that does not lie in quarantine. */
    public static UnknownImageException notQuarantined(ModelName model, ImageId id) {
        return new UnknownImageException(
                "image '%s' of model '%s' is not in quarantine: it was released or discarded meanwhile, or never was there"
                        .formatted(id, model),
                "id",
                id.value());
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }
}

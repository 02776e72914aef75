package io.hone.ingest.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;

/**
 * Where what lies in the store: one ordered space of keys, each model's together, for no model's name holds a 0.
 *
 * <pre>
 * 0                         → layout of keys and values
 * model 0 'a' annotation    → id of the image that it labels
 * model 0 'i' id            → {@link KnownImage}, as JSON
 * model 0 'n'               → offset of the record to be read next
 * </pre>
 */
final class Keys {

    static final byte[] LAYOUT = {0};
    static final byte[] FIRST = {};
    /** Greater than every key: names of models are ASCII. */
    static final byte[] LAST = {(byte) 0xff};

    private Keys() {}

    static byte[] annotation(ModelName model, String annotation) {
        return key(model, "a" + annotation);
    }

    static byte[] image(ModelName model, ImageId id) {
        return key(model, "i" + id);
    }

    static byte[] nextOffset(ModelName model) {
        return key(model, "n");
    }

    static byte[] first(ModelName model) {
        return key(model, "");
    }

    static byte[] last(ModelName model) {
        return (model.value() + '\1').getBytes(UTF_8);
    }

    private static byte[] key(ModelName model, String rest) {
        return (model.value() + '\0' + rest).getBytes(UTF_8);
    }
}

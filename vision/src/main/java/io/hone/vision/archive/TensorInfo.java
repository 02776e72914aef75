package io.hone.vision.archive;

import io.hone.contracts.Checks;
import java.util.List;

/**
 * A tensor of a model.
 *
 * @param name as in PyTorch's {@code state_dict()}, such as {@code layer1.0.conv1.weight}
 * @param shape empty for a single number
 * @param storage the file's entry {@code data/<storage>} holds the elements, little-endian
 */
public record TensorInfo(String name, List<Long> shape, TensorType type, String storage, Kind kind) {

    public TensorInfo {
        Checks.present("name", name);
        shape = List.copyOf(shape);
        Checks.present("type", type);
        Checks.present("storage", storage);
        Checks.present("kind", kind);
    }

    /** Whether training changes it by gradients. */
    public enum Kind {
        PARAMETER,
        /** Such as BatchNorm's running statistics. */
        BUFFER
    }

    public long elements() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}

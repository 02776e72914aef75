package io.hone.vision.classifier;

/**
 * Of a parameter or buffer, as PyTorch puts it together.
 *
 * @param full such as {@code layer1.0.conv1.weight}
 */
record ParameterName(String full) {

    /** The module that owns it, such as {@code layer1.0.conv1}; empty when it is the whole model. */
    String layer() {
        return parent(full);
    }

    /** Such as {@code weight}. */
    String last() {
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** The module around a module; empty for the whole model. */
    static String parent(String module) {
        return module.substring(0, Math.max(0, module.lastIndexOf('.')));
    }
}

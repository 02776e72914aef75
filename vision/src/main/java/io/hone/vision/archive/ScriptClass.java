package io.hone.vision.archive;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A class in the code of an archive.
 *
 * @param module whether it is an {@code nn.Module}, and not a plain class, an enumeration or an interface
 * @param attributes types by name, of those whose names are plain identifiers
 * @param parameters names of the attributes that training changes
 * @param buffers names of the other tensors that belong to the model's state
 */
record ScriptClass(
        boolean module,
        Map<String, String> attributes,
        Set<String> parameters,
        Set<String> buffers,
        List<String> methods) {

    /** Whether its objects are told when they train. */
    boolean hasMode() {
        return module && "bool".equals(attributes.get("training"));
    }
}

package io.hone.vision.archive;

import java.util.List;
import java.util.Set;

/**
 * A class in the code of an archive.
 *
 * @param module whether it is an {@code nn.Module}, and not a plain class, an enumeration or an interface
 * @param parameters names of the attributes that training changes
 * @param buffers names of the other tensors that belong to the model's state
 */
record ScriptClass(boolean module, Set<String> parameters, Set<String> buffers, List<String> methods) {}

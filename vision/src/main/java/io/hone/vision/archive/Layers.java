package io.hone.vision.archive;

import io.hone.vision.archive.ModuleTree.StateTensor;
import io.hone.vision.archive.PickleValue.Tensor;
import io.hone.vision.archive.TensorInfo.Kind;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that between them cover every parameter exactly once. */
final class Layers {

    private Layers() {}

    static List<String> of(ModuleTree tree) {
        List<StateTensor> parameters = tree.tensors().stream()
                .filter(tensor -> tensor.info().kind() == Kind.PARAMETER)
                .toList();
        Set<String> parents = parents(parameters);
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> names = new LinkedHashSet<>();
        for (StateTensor parameter : parameters) {
            String name = parameter.info().name();
            String owner = owner(name);
            if (seen.add(parameter.value())) {
                names.add(parents.contains(owner) ? name : owner);
            }
        }
        return List.copyOf(names);
    }

    /** Modules with parameters further down; the whole model always, since its name covers everything. */
    private static Set<String> parents(List<StateTensor> parameters) {
        Set<String> parents = new LinkedHashSet<>(Set.of(""));
        for (StateTensor parameter : parameters) {
            String module = owner(parameter.info().name());
            while (!module.isEmpty()) {
                module = owner(module);
                parents.add(module);
            }
        }
        return parents;
    }

    private static String owner(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}

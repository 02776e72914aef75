package io.hone.vision.archive;

import io.hone.vision.archive.PickleValue.Dict;
import io.hone.vision.archive.PickleValue.Entry;
import io.hone.vision.archive.PickleValue.Instance;
import io.hone.vision.archive.PickleValue.Int;
import io.hone.vision.archive.PickleValue.Tensor;
import io.hone.vision.archive.PickleValue.Text;
import io.hone.vision.archive.TensorInfo.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A module and the modules in it, in the order they were registered, with their tensors under full names.
 *
 * <p>The same module may hang in the tree in several places, and a file may hang it in itself: depth and number are
 * bounded.
 */
final class ModuleTree {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_MODULES = 100_000;

    private final ScriptCode code;
    private final List<StateTensor> tensors = new ArrayList<>();
    private final List<Module> modules = new ArrayList<>();

    record Module(String name, Instance instance, ScriptClass type) {

        /** Qualified name of its class. */
        String className() {
            return instance.type().qualified();
        }
    }

    /** A tensor under one of its names. */
    record StateTensor(TensorInfo info, Tensor value) {}

    private ModuleTree(ScriptCode code) {
        this.code = code;
    }

    static ModuleTree of(Instance top, ScriptCode code) {
        ModuleTree tree = new ModuleTree(code);
        tree.add("", top, tree.classOf(top), 0);
        return tree;
    }

    List<StateTensor> tensors() {
        return tensors;
    }

    Optional<StateTensor> tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.info().name().equals(name))
                .findFirst();
    }

    List<Module> modules() {
        return modules;
    }

    private void add(String name, Instance module, ScriptClass type, int depth) {
        modules.add(new Module(name, module, type));
        if (depth > MAX_DEPTH || modules.size() > MAX_MODULES) {
            throw new NotTorchScriptException("module '%s': more than %d modules, or more than %d within each other"
                    .formatted(name, MAX_MODULES, MAX_DEPTH));
        }
        List<Entry> attributes = attributes(name, module);
        for (Entry attribute : attributes) {
            String path = path(name, attribute);
            if (attribute.value() instanceof Tensor tensor) {
                kind(attributeName(attribute), type)
                        .ifPresent(kind -> tensors.add(new StateTensor(info(path, tensor, kind), tensor)));
            } else if (attribute.value() instanceof Instance child) {
                ScriptClass childType = classOf(child);
                if (childType.module()) {
                    add(path, child, childType, depth + 1);
                }
            }
        }
    }

    private ScriptClass classOf(Instance instance) {
        String type = instance.type().qualified();
        return code.find(type)
                .orElseThrow(() -> new NotTorchScriptException("class %s is nowhere in the code".formatted(type)));
    }

    private static List<Entry> attributes(String module, Instance instance) {
        if (!(instance.state() instanceof Dict state)) {
            throw new NotTorchScriptException(
                    "module '%s' keeps its state in a form of its own (__getstate__)".formatted(module));
        }
        Set<String> names = new HashSet<>();
        for (Entry entry : state.entries()) {
            if (!(entry.key() instanceof Text name) || !names.add(name.value())) {
                throw new NotTorchScriptException(
                        "module '%s' has an attribute without a name, or one twice".formatted(module));
            }
        }
        return state.entries();
    }

    private static String attributeName(Entry attribute) {
        return ((Text) attribute.key()).value();
    }

    private static String path(String module, Entry attribute) {
        String name = attributeName(attribute);
        return module.isEmpty() ? name : module + "." + name;
    }

    /** Empty for a tensor that is no part of the model's state. */
    private static Optional<Kind> kind(String attribute, ScriptClass type) {
        if (type.parameters().contains(attribute)) {
            return Optional.of(Kind.PARAMETER);
        }
        return type.buffers().contains(attribute) ? Optional.of(Kind.BUFFER) : Optional.empty();
    }

    private static TensorInfo info(String name, Tensor tensor, Kind kind) {
        List<Long> shape = tensor.sizes().stream().map(Int::value).toList();
        return new TensorInfo(
                name, shape, tensor.storage().type(), tensor.storage().key(), kind);
    }
}

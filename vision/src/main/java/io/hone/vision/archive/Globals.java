package io.hone.vision.archive;

import io.hone.vision.archive.PickleValue.Dict;
import io.hone.vision.archive.PickleValue.Flag;
import io.hone.vision.archive.PickleValue.Global;
import io.hone.vision.archive.PickleValue.Int;
import io.hone.vision.archive.PickleValue.Opaque;
import io.hone.vision.archive.PickleValue.Storage;
import io.hone.vision.archive.PickleValue.Tensor;
import io.hone.vision.archive.PickleValue.Text;
import io.hone.vision.archive.PickleValue.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The classes and functions that a TorchScript pickle may name, and what they stand for. Nothing is ever called: each
 * becomes plain data. Compiled-in classes ({@code __torch__.torch.classes}) would be called by libtorch, and are out.
 */
final class Globals {

    private static final String SCRIPTED = "__torch__";
    private static final String COMPILED_IN = "__torch__.torch.classes";
    private static final Global REBUILD_TENSOR = new Global("torch._utils", "_rebuild_tensor_v2");
    private static final Global ORDERED_DICT = new Global("collections", "OrderedDict");
    private static final Global DEVICE = new Global("torch", "device");
    private static final Global TYPE_TAG = new Global("torch.jit._pickle", "restore_type_tag");
    private static final String LISTS = "torch.jit._pickle";
    private static final Set<String> LIST_BUILDERS =
            Set.of("build_intlist", "build_doublelist", "build_boollist", "build_tensorlist");

    private Globals() {}

    static boolean isAllowed(Global global) {
        return isScripted(global)
                || storageType(global).isPresent()
                || isListBuilder(global)
                || Set.of(REBUILD_TENSOR, ORDERED_DICT, DEVICE, TYPE_TAG).contains(global);
    }

    static boolean isScripted(Global global) {
        return isWithin(SCRIPTED, global) && !isWithin(COMPILED_IN, global);
    }

    /** What a call gives; empty if it makes no sense. */
    static Optional<PickleValue> call(Global function, List<PickleValue> arguments) {
        if (function.equals(REBUILD_TENSOR)) {
            return tensor(arguments);
        }
        if (function.equals(ORDERED_DICT)) {
            return Optional.of(new Dict(new ArrayList<>()));
        }
        if (function.equals(DEVICE)) {
            return Optional.of(new Opaque(function));
        }
        boolean passesOn = function.equals(TYPE_TAG) || isListBuilder(function);
        return passesOn ? arguments.stream().findFirst() : Optional.empty();
    }

    /** What {@code ('storage', type, key, device, number of elements)} refers to; empty if it makes no sense. */
    static Optional<PickleValue> storage(PickleValue id) {
        if (id instanceof Tuple tuple
                && tuple.items().size() == 5
                && tuple.items().get(0) instanceof Text kind
                && kind.value().equals("storage")
                && tuple.items().get(1) instanceof Global type
                && tuple.items().get(2) instanceof Text key
                && tuple.items().get(4) instanceof Int elements) {
            return storageType(type).map(known -> new Storage(known, key.value(), elements));
        }
        return Optional.empty();
    }

    /** Storage, offset, sizes, strides, whether it takes gradients, hooks; newer ones may add metadata. */
    private static Optional<PickleValue> tensor(List<PickleValue> arguments) {
        if (arguments.size() >= 5
                && arguments.get(0) instanceof Storage storage
                && arguments.get(1) instanceof Int offset
                && arguments.get(2) instanceof Tuple sizes
                && arguments.get(3) instanceof Tuple strides
                && arguments.get(4) instanceof Flag requiresGrad) {
            return integers(sizes).flatMap(size -> integers(strides)
                    .map(stride -> new Tensor(storage, offset.value(), size, stride, requiresGrad.value())));
        }
        return Optional.empty();
    }

    private static Optional<List<Int>> integers(Tuple tuple) {
        List<Int> integers = tuple.items().stream()
                .filter(Int.class::isInstance)
                .map(Int.class::cast)
                .toList();
        return Optional.of(integers).filter(all -> all.size() == tuple.items().size());
    }

    private static Optional<TensorType> storageType(Global global) {
        return global.module().equals("torch") ? TensorType.ofStorage(global.name()) : Optional.empty();
    }

    private static boolean isListBuilder(Global global) {
        return global.module().equals(LISTS) && LIST_BUILDERS.contains(global.name());
    }

    private static boolean isWithin(String module, Global global) {
        return global.module().equals(module) || global.module().startsWith(module + ".");
    }
}

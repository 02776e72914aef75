package io.hone.vision.archive;

import java.util.List;
import java.util.OptionalInt;

/** What a pickle describes: plain data, never an object of a class that it names. */
sealed interface PickleValue {

    record None() implements PickleValue {}

    record Flag(boolean value) implements PickleValue {}

    /** @param position of its opcode in the pickle, so that a writer of files can put another number there */
    record Int(int position, long value) implements PickleValue {}

    record Real(double value) implements PickleValue {}

    record Text(String value) implements PickleValue {}

    record Tuple(List<PickleValue> items) implements PickleValue {}

    record Sequence(List<PickleValue> items) implements PickleValue {}

    /** In the order written; a key may appear twice. */
    record Dict(List<Entry> entries) implements PickleValue {}

    record Entry(PickleValue key, PickleValue value) {}

    /** A class or function, by name. */
    record Global(String module, String name) implements PickleValue {
        String qualified() {
            return module + "." + name;
        }
    }

    /** What a call of something harmless gave that nothing here asks for, such as a device. */
    record Opaque(Global function) implements PickleValue {}

    record Storage(TensorType type, String key, Int elements) implements PickleValue {}

    record Tensor(Storage storage, long offset, List<Int> sizes, List<Int> strides, boolean requiresGrad)
            implements PickleValue {}

    /** An object of a TorchScript class. Its state comes after it, since it may be part of it. */
    final class Instance implements PickleValue {
        private final Global type;
        private PickleValue state = new None();
        private OptionalInt built = OptionalInt.empty();

        Instance(Global type) {
            this.type = type;
        }

        Global type() {
            return type;
        }

        PickleValue state() {
            return state;
        }

        /** Position of the opcode that gives it its state, which lies on top of the stack then; empty if none does. */
        OptionalInt built() {
            return built;
        }

        void build(PickleValue newState, int position) {
            state = newState;
            built = OptionalInt.of(position);
        }
    }
}

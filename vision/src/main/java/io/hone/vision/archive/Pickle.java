package io.hone.vision.archive;

import io.hone.vision.archive.PickleValue.Dict;
import io.hone.vision.archive.PickleValue.Entry;
import io.hone.vision.archive.PickleValue.Flag;
import io.hone.vision.archive.PickleValue.Global;
import io.hone.vision.archive.PickleValue.Instance;
import io.hone.vision.archive.PickleValue.Int;
import io.hone.vision.archive.PickleValue.None;
import io.hone.vision.archive.PickleValue.Real;
import io.hone.vision.archive.PickleValue.Sequence;
import io.hone.vision.archive.PickleValue.Tensor;
import io.hone.vision.archive.PickleValue.Text;
import io.hone.vision.archive.PickleValue.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pickle says, with all the tensors and objects that it names on its way.
 *
 * <p>The machine behind it knows only what TorchScript writes, and takes nothing that libtorch's own could understand
 * in another way: what is called must be a function that the pickle named, what is appended to a list, and so on.
 */
record Pickle(PickleValue top, List<Tensor> tensors, List<Instance> instances) {

    /** Bounds memory and time: the pickle of a network with 5,000 tensors has some 150,000. */
    private static final int MAX_OPCODES = 2_000_000;

    private static final int PROTOCOL = 2;

    /**
     * @param name for messages
     * @throws NotTorchScriptException if there is anything in it that TorchScript does not write
     */
    static Pickle read(String name, byte[] bytes) {
        return new Machine(new PickleInput(name, bytes)).run();
    }

    private static final class Machine {

        private final PickleInput input;
        private final PickleStack stack;
        private final List<Tensor> tensors = new ArrayList<>();
        private final List<Instance> instances = new ArrayList<>();

        Machine(PickleInput input) {
            this.input = input;
            this.stack = new PickleStack(input);
        }

        Pickle run() {
            if (input.opcode() != Opcode.PROTO || input.unsignedByte() != PROTOCOL) {
                throw input.error("is no pickle of protocol " + PROTOCOL);
            }
            for (int count = 0; count < MAX_OPCODES; count++) {
                int position = input.position();
                Opcode opcode = input.opcode();
                if (opcode == Opcode.STOP) {
                    return new Pickle(stack.last(), tensors, instances);
                }
                execute(opcode, position);
            }
            throw input.error("has more than %d opcodes".formatted(MAX_OPCODES));
        }

        private void execute(Opcode opcode, int position) {
            switch (opcode) {
                case MARK -> stack.mark();
                case NONE -> stack.push(new None());
                case NEWTRUE -> stack.push(new Flag(true));
                case NEWFALSE -> stack.push(new Flag(false));
                case BININT -> stack.push(new Int(position, input.integer()));
                case BININT1 -> stack.push(new Int(position, input.unsignedByte()));
                case BININT2 -> stack.push(new Int(position, input.unsignedShort()));
                case LONG1 -> stack.push(new Int(position, input.eightByteLong()));
                case BINFLOAT -> stack.push(new Real(input.real()));
                case BINUNICODE -> stack.push(new Text(input.text()));
                case EMPTY_TUPLE -> stack.push(new Tuple(List.of()));
                case TUPLE -> stack.push(new Tuple(stack.popToMark()));
                case TUPLE1 -> stack.push(new Tuple(stack.pop(1)));
                case TUPLE2 -> stack.push(new Tuple(stack.pop(2)));
                case TUPLE3 -> stack.push(new Tuple(stack.pop(3)));
                case EMPTY_LIST -> stack.push(new Sequence(new ArrayList<>()));
                case LIST -> stack.push(new Sequence(new ArrayList<>(stack.popToMark())));
                case APPEND -> append(stack.pop(1));
                case APPENDS -> append(stack.popToMark());
                case EMPTY_DICT -> stack.push(new Dict(new ArrayList<>()));
                case DICT -> stack.push(new Dict(new ArrayList<>(entries(stack.popToMark()))));
                case SETITEM -> set(stack.pop(2));
                case SETITEMS -> set(stack.popToMark());
                case BINPUT -> stack.remember(input.unsignedByte());
                case LONG_BINPUT -> stack.remember(input.integer());
                case BINGET -> stack.recall(input.unsignedByte());
                case LONG_BINGET -> stack.recall(input.integer());
                case GLOBAL -> stack.push(global());
                case NEWOBJ -> stack.push(instance(stack.pop(2)));
                case REDUCE -> stack.push(call(stack.pop(2)));
                case BUILD -> build(stack.pop(1).get(0), position);
                case BINPERSID -> stack.push(storage(stack.pop(1).get(0)));
                case PROTO, STOP -> throw input.error("opcode %s in the midst of the pickle".formatted(opcode));
            }
        }

        private void append(List<PickleValue> items) {
            stack.peek(Sequence.class).items().addAll(items);
        }

        private void set(List<PickleValue> keysAndValues) {
            stack.peek(Dict.class).entries().addAll(entries(keysAndValues));
        }

        private List<Entry> entries(List<PickleValue> keysAndValues) {
            if (keysAndValues.size() % 2 != 0) {
                throw input.error("a key without a value");
            }
            List<Entry> entries = new ArrayList<>(keysAndValues.size() / 2);
            for (int i = 0; i < keysAndValues.size(); i += 2) {
                entries.add(new Entry(keysAndValues.get(i), keysAndValues.get(i + 1)));
            }
            return entries;
        }

        private Global global() {
            Global global = new Global(input.line(), input.line());
            if (!Globals.isAllowed(global)) {
                throw input.error("names %s, which the TorchScript of an image classifier has no use for"
                        .formatted(global.qualified()));
            }
            return global;
        }

        private Instance instance(List<PickleValue> typeAndArguments) {
            if (typeAndArguments.get(0) instanceof Global type
                    && Globals.isScripted(type)
                    && typeAndArguments.get(1) instanceof Tuple arguments
                    && arguments.items().isEmpty()) {
                Instance instance = new Instance(type);
                instances.add(instance);
                return instance;
            }
            throw input.error("makes an object of what is no TorchScript class");
        }

        private PickleValue call(List<PickleValue> functionAndArguments) {
            if (functionAndArguments.get(0) instanceof Global function
                    && functionAndArguments.get(1) instanceof Tuple arguments) {
                PickleValue result = Globals.call(function, arguments.items())
                        .orElseThrow(() -> input.error(
                                "calls %s with arguments it does not take".formatted(function.qualified())));
                if (result instanceof Tensor tensor) {
                    tensors.add(tensor);
                }
                return result;
            }
            throw input.error("calls what is no function");
        }

        private void build(PickleValue state, int position) {
            stack.peek(Instance.class).build(state, position);
        }

        private PickleValue storage(PickleValue id) {
            return Globals.storage(id)
                    .orElseThrow(() -> input.error("refers to something else than a tensor's storage"));
        }
    }
}

package io.hone.vision.archive;

import io.hone.vision.archive.ModuleTree.Module;
import io.hone.vision.archive.PickleValue.Instance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a working copy in which some modules never know that they train: frozen BatchNorm keeps its statistics, frozen
 * dropout drops nothing.
 *
 * <p>The engine's {@code train()} sets the attribute {@code training} of every module alike. So each module gets one
 * more attribute, which nobody sets, and the code reads both.
 */
public final class FrozenStatistics {

    private FrozenStatistics() {}

    /**
     * In {@code to}, the named modules behave as in evaluation mode, whatever the engine is told; all others follow it
     * as before. The weights stay as they are; laid back into {@code from} by {@link WeightLaying}, what was trained
     * takes its old code again.
     *
     * @param modules names as in the model, such as {@code layer1.0.bn1}; each stands for itself, not for what is in
     *     it. A tensor's name is taken as well and does nothing, so that {@link TorchScriptArchive#layers()} can be
     *     passed on
     * @throws IllegalArgumentException if the model has nothing of such a name
     * @throws NotTorchScriptException if {@code from} is none that can be trusted
     * @throws java.io.UncheckedIOException if a file cannot be read or written
     */
    public static void freeze(Path from, Path to, Set<String> modules) {
        try (OpenArchive archive = OpenArchive.open(from)) {
            Set<Instance> frozen = instances(archive.tree(), modules);
            FrozenCode code = FrozenCode.of(archive.code());
            ArchiveCopy copy =
                    new ArchiveCopy(archive).with(OpenArchive.MODULES, Content.of(pickle(archive, frozen, code)));
            archive.code().texts().forEach((entry, text) -> copy.withCode(entry, code.rewritten(text)));
            copy.write(to);
        }
    }

    private static Set<Instance> instances(ModuleTree tree, Set<String> names) {
        Set<String> known = Stream.concat(
                        tree.modules().stream().map(Module::name),
                        tree.tensors().stream().map(tensor -> tensor.info().name()))
                .collect(Collectors.toSet());
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("the model has no module '%s' to freeze".formatted(unknown));
        });
        Set<Instance> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        tree.modules().stream()
                .filter(module -> names.contains(module.name()))
                .forEach(module -> instances.add(module.instance()));
        return instances;
    }

    private static byte[] pickle(OpenArchive archive, Set<Instance> frozen, FrozenCode code) {
        PickleSplices splices = new PickleSplices(archive.bytes());
        for (Instance instance : archive.modules().instances()) {
            boolean hasMode = archive.code()
                    .find(instance.type().qualified())
                    .filter(ScriptClass::hasMode)
                    .isPresent();
            if (hasMode && instance.built().isPresent()) {
                splices.insert(instance.built().getAsInt(), attribute(code.attribute(), !frozen.contains(instance)));
            }
        }
        return splices.apply();
    }

    /** Opcodes that put one more into the dictionary on top of the stack. */
    private static byte[] attribute(String name, boolean value) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        byte[] opcodes = new byte[1 + 1 + Integer.BYTES + text.length + 1 + 1];
        ByteBuffer.wrap(opcodes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Opcode.MARK.code())
                .put(Opcode.BINUNICODE.code())
                .putInt(text.length)
                .put(text)
                .put((value ? Opcode.NEWTRUE : Opcode.NEWFALSE).code())
                .put(Opcode.SETITEMS.code());
        return opcodes;
    }
}

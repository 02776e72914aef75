package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hone.vision.archive.PickleValue.Instance;
import java.nio.file.Path;
import java.util.List;

/**
 * What a TorchScript file holds, read without native code and without running anything.
 *
 * <p>The format is a zip file with one root folder: {@code data.pkl}, the modules as a pickle; {@code data/<key>}, the
 * tensors' elements, little-endian; {@code code/**.py}, the classes as text; {@code constants.pkl} with
 * {@code constants/<key>}, tensors that the code names. Source: PyTorch, {@code torch/csrc/jit/docs/serialization.md}.
 */
public final class TorchScriptArchive {

    private static final String MODULES = "data.pkl";
    private static final String CONSTANTS = "constants.pkl";
    private static final String STATE_DICTIONARY = "\u0080\u0002ccollections\nOrderedDict\n";

    private final List<TensorInfo> tensors;
    private final List<String> methods;
    private final HeadFinder headFinder;

    private TorchScriptArchive(ModuleTree tree, List<String> methods) {
        this.tensors = List.copyOf(tree.tensors());
        this.methods = List.copyOf(methods);
        this.headFinder = new HeadFinder(tree);
    }

    /**
     * @throws NotTorchScriptException if it is no TorchScript, or holds what could harm who loads it: too much, names
     *     that lead elsewhere, opcodes or classes that a classifier has no use for, tensors beyond their storage
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static TorchScriptArchive read(Path file) {
        try (ZipEntries zip = ZipEntries.open(file)) {
            checkKind(zip);
            Instance top = topModule(zip);
            ScriptCode code = ScriptCode.of(zip);
            ModuleTree tree = ModuleTree.of(top, code);
            return new TorchScriptArchive(
                    tree, code.find(top.type().qualified()).orElseThrow().methods());
        } catch (NotTorchScriptException e) {
            throw new NotTorchScriptException("%s: %s".formatted(file.getFileName(), e.getMessage()), e);
        }
    }

    /** As PyTorch's {@code state_dict()}: names and order. */
    public List<TensorInfo> tensors() {
        return tensors;
    }

    /** What can be called on the model, in the order of its code; {@code forward} among them. */
    public List<String> methods() {
        return methods;
    }

    /**
     * The last linear layer in the order of registration.
     *
     * @throws NoHeadException if there is none
     */
    public Head head() {
        return headFinder.find();
    }

    private static void checkKind(ZipEntries zip) {
        if (!zip.has(MODULES)) {
            throw new NotTorchScriptException("is a zip file, but none that PyTorch wrote: it has no " + MODULES);
        }
        if (!zip.has(CONSTANTS) || zip.names().noneMatch(name -> name.startsWith(ScriptCode.FOLDER))) {
            String start = new String(zip.read(MODULES), ISO_8859_1);
            throw new NotTorchScriptException("is %s, saved with torch.save, without the code to run it;"
                            .formatted(
                                    start.startsWith(STATE_DICTIONARY)
                                            ? "a state dictionary"
                                            : "a pickled Python object")
                    + " script the module with torch.jit.script and save that with .save()");
        }
    }

    private static Instance topModule(ZipEntries zip) {
        zip.names().filter(name -> name.endsWith(".debug_pkl")).forEach(name -> Pickle.read(name, zip.read(name)));
        pickle(zip, CONSTANTS, "constants/");
        if (pickle(zip, MODULES, "data/").top() instanceof Instance top) {
            return top;
        }
        throw new NotTorchScriptException(MODULES + " describes no module");
    }

    private static Pickle pickle(ZipEntries zip, String name, String folder) {
        Pickle pickle = Pickle.read(name, zip.read(name));
        pickle.tensors().forEach(new TensorBounds(zip, folder)::check);
        return pickle;
    }
}

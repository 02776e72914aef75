package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toMap;

import io.hone.vision.archive.ModuleTree.StateTensor;
import io.hone.vision.archive.PickleValue.Instance;
import io.hone.vision.archive.PickleValue.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A TorchScript file that was checked, with everything in it at hand. */
final class OpenArchive implements AutoCloseable {

    static final String MODULES = "data.pkl";
    static final String CONSTANTS = "constants.pkl";
    static final String MODULE_TENSORS = "data/";
    static final String CONSTANT_TENSORS = "constants/";
    private static final String STATE_DICTIONARY = "\u0080\u0002ccollections\nOrderedDict\n";

    private final ZipEntries zip;
    private final byte[] bytes;
    private final Pickle modules;
    private final Pickle constants;
    private final ScriptCode code;
    private final ModuleTree tree;

    private OpenArchive(ZipEntries zip) {
        this.zip = zip;
        checkKind(zip);
        zip.names()
                .filter(name -> name.endsWith(ScriptCode.DEBUG_EXTENSION))
                .forEach(name -> Pickle.read(name, zip.read(name)));
        this.constants = pickle(CONSTANTS, zip.read(CONSTANTS), CONSTANT_TENSORS);
        this.bytes = zip.read(MODULES);
        this.modules = pickle(MODULES, bytes, MODULE_TENSORS);
        this.code = ScriptCode.of(zip);
        this.tree = ModuleTree.of(top(), code);
    }

    /** @throws NotTorchScriptException as {@link TorchScriptArchive#read} */
    static OpenArchive open(Path file) {
        try {
            ZipEntries zip = ZipEntries.open(file);
            try {
                return new OpenArchive(zip);
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (NotTorchScriptException e) {
            throw new NotTorchScriptException("%s: %s".formatted(file.getFileName(), e.getMessage()), e);
        }
    }

    /** Whether it holds tensors, as {@code torch.save} writes them, without code to run them. */
    static boolean isSavedWithTorchSave(ZipEntries zip) {
        return zip.has(MODULES)
                && (!zip.has(CONSTANTS) || zip.names().noneMatch(name -> name.startsWith(ScriptCode.FOLDER)));
    }

    private static void checkKind(ZipEntries zip) {
        if (!zip.has(MODULES)) {
            throw new NotTorchScriptException("is a zip file, but none that PyTorch wrote: it has no " + MODULES);
        }
        if (isSavedWithTorchSave(zip)) {
            String start = new String(zip.read(MODULES), ISO_8859_1);
            throw new NotTorchScriptException("is %s, saved with torch.save, without the code to run it;"
                            .formatted(
                                    start.startsWith(STATE_DICTIONARY)
                                            ? "a state dictionary"
                                            : "a pickled Python object")
                    + " script the module with torch.jit.script and save that with .save()");
        }
    }

    private Pickle pickle(String name, byte[] content, String folder) {
        Pickle pickle = Pickle.read(name, content);
        pickle.tensors().forEach(new TensorBounds(zip, folder)::check);
        return pickle;
    }

    private Instance top() {
        if (modules.top() instanceof Instance top) {
            return top;
        }
        throw new NotTorchScriptException(MODULES + " describes no module");
    }

    ZipEntries zip() {
        return zip;
    }

    /** Of {@link #MODULES}. */
    byte[] bytes() {
        return bytes;
    }

    Pickle modules() {
        return modules;
    }

    Pickle constants() {
        return constants;
    }

    ScriptCode code() {
        return code;
    }

    ModuleTree tree() {
        return tree;
    }

    Head head(String module) {
        return new HeadFinder(tree).find(module);
    }

    StoredTensor stored(Tensor tensor) {
        return StoredTensor.of(tensor, zip, MODULE_TENSORS);
    }

    /** All of the model's state, by name, in the order of registration. */
    Map<String, StoredTensor> state() {
        return tree.tensors().stream()
                .collect(toMap(
                        tensor -> tensor.info().name(),
                        (StateTensor tensor) -> stored(tensor.value()),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    @Override
    public void close() {
        zip.close();
    }
}

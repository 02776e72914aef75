package io.hone.vision.archive;

import io.hone.vision.archive.ModuleTree.StateTensor;
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

    private final Path file;
    private final List<TensorInfo> tensors;
    private final List<String> methods;
    private final List<String> layers;
    private final HeadFinder headFinder;

    private TorchScriptArchive(Path file, ModuleTree tree) {
        this.file = file;
        this.tensors = tree.tensors().stream().map(StateTensor::info).toList();
        this.methods = List.copyOf(tree.modules().get(0).type().methods());
        this.layers = Layers.of(tree);
        this.headFinder = new HeadFinder(tree);
    }

    /**
     * @throws NotTorchScriptException if it is no TorchScript, or holds what could harm who loads it: too much, names
     *     that lead elsewhere, opcodes or classes that a classifier has no use for, tensors beyond their storage
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static TorchScriptArchive read(Path file) {
        try (OpenArchive archive = OpenArchive.open(file)) {
            return new TorchScriptArchive(file, archive.tree());
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
     * What has parameters of its own, in the order of registration, such as {@code conv1, bn1, layer1.0.conv1}: what
     * "freeze the first N layers" counts. Every parameter has exactly one of the names as a prefix: where a module has
     * parameters beside modules with parameters, as vision transformers do, its own ones stand here by their full
     * names ({@code class_token}, {@code encoder.pos_embedding}). A layer in several places is named once.
     */
    public List<String> layers() {
        return layers;
    }

    /**
     * The last linear layer in the order of registration.
     *
     * @throws NoHeadException if there is none
     */
    public Head head() {
        return headFinder.find();
    }

    /**
     * The linear layer of that name, for models whose head is not the last one.
     *
     * @throws NoHeadException if it is none; the message lists all linear layers with their sizes
     */
    public Head head(String module) {
        return headFinder.find(module);
    }

    /**
     * SHA-256 of all that decides the features, which are what the head is given: the code, its constants, names,
     * types, shapes and elements of all tensors but the head's. It stays the same when the head grows, is replaced or
     * written, and when libtorch loads the file and writes it anew; it does not depend on training mode, on which
     * parameters are frozen, or on what debuggers want.
     *
     * @throws NoHeadException if the file has no such head
     */
    public String backboneDigest(Head head) {
        try (OpenArchive archive = OpenArchive.open(file)) {
            return BackboneDigest.of(archive, archive.head(head.module()));
        }
    }

    /**
     * Elements of a tensor of the model's state, in row order, whatever its strides.
     *
     * @throws IllegalArgumentException if there is no such tensor, or its elements are no floating-point numbers
     */
    public float[] floats(String tensor) {
        try (OpenArchive archive = OpenArchive.open(file)) {
            StateTensor found = archive.tree()
                    .tensor(tensor)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s has no tensor '%s'".formatted(file.getFileName(), tensor)));
            return archive.stored(found.value()).floats();
        }
    }
}

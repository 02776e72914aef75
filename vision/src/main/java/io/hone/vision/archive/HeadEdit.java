package io.hone.vision.archive;

import io.hone.vision.archive.PickleValue.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Exchanges the numbers of a head, and how many classes it has. Each of its tensors must be on its own in the file. */
final class HeadEdit {

    private final OpenArchive archive;
    private final Head head;
    private final Tensor weight;
    private final Optional<Tensor> bias;

    /**
     * @throws NoHeadException if the file has no such head, or one that shares its numbers with something else
     * @throws IllegalArgumentException if the file's head has other sizes
     */
    HeadEdit(OpenArchive archive, Head head) {
        Head found = archive.head(head.module());
        if (!found.equals(head)) {
            throw new IllegalArgumentException("head is %s, but the file has %s".formatted(head, found));
        }
        this.archive = archive;
        this.head = head;
        this.weight = alone(head.weight());
        this.bias = head.bias().map(this::alone);
    }

    void write(Path to, int classes, NewHead numbers) {
        PickleSplices splices = new PickleSplices(archive.bytes())
                .number(weight.storage().elements(), (long) classes * head.inFeatures())
                .number(weight.sizes().get(0), classes);
        bias.ifPresent(tensor -> splices.number(tensor.storage().elements(), classes)
                .number(tensor.sizes().get(0), classes));
        byte[] pickle = splices.apply();
        checkOthers(pickle);
        ArchiveCopy copy = new ArchiveCopy(archive)
                .with(OpenArchive.MODULES, Content.of(pickle))
                .with(entry(weight), numbers.weight(archive.stored(weight)));
        bias.ifPresent(tensor -> copy.with(entry(tensor), numbers.bias(archive.stored(tensor))));
        writeCode(copy, classes);
        copy.write(to);
    }

    private void writeCode(ArchiveCopy copy, int classes) {
        HeadCode code = HeadCode.of(archive, head);
        if (code.isOnlyTheHeads()) {
            copy.withCode(code.entry(), code.withClasses(Integer.toString(classes)));
        }
    }

    private static String entry(Tensor tensor) {
        return OpenArchive.MODULE_TENSORS + tensor.storage().key();
    }

    private Tensor alone(String name) {
        Tensor tensor = archive.tree().tensor(name).orElseThrow().value();
        String key = tensor.storage().key();
        long named = archive.tree().tensors().stream()
                .filter(other -> other.info().storage().equals(key))
                .count();
        if (named > 1 || uses(key) > 1) {
            throw new NoHeadException(
                    "the head's %s shares its numbers with another tensor of the model: changing one would change both"
                            .formatted(name));
        }
        StoredTensor stored = archive.stored(tensor);
        if (!stored.isWhole() || !stored.layout().isRowMajor()) {
            throw new NoHeadException(
                    "the head's %s is a view of something larger or does not lie in row order;".formatted(name)
                            + " save the model again with tensor.contiguous().clone() in its place");
        }
        if (!stored.type().isFloatingPoint()) {
            throw new NoHeadException(
                    "the head's %s is of type %s, not of floating-point numbers".formatted(name, stored.type()));
        }
        return tensor;
    }

    private long uses(String key) {
        return archive.modules().tensors().stream()
                .filter(tensor -> tensor.storage().key().equals(key))
                .count();
    }

    /** A pickle may write a number once and use it in several places. */
    private void checkOthers(byte[] pickle) {
        List<Tensor> before = archive.modules().tensors();
        List<Tensor> after = Pickle.read(OpenArchive.MODULES, pickle).tensors();
        for (int i = 0; i < before.size(); i++) {
            boolean changes = before.get(i).equals(weight)
                    || bias.filter(before.get(i)::equals).isPresent();
            if (!changes && !sizes(before.get(i)).equals(sizes(after.get(i)))) {
                throw new NoHeadException(
                        "the sizes of the head and of another tensor are one and the same in the file;"
                                + " load the model with torch.jit.load and save it again");
            }
        }
    }

    private static List<Object> sizes(Tensor tensor) {
        return List.of(
                tensor.storage().key(),
                tensor.storage().elements().value(),
                tensor.sizes().stream().map(PickleValue.Int::value).toList(),
                tensor.strides().stream().map(PickleValue.Int::value).toList());
    }
}

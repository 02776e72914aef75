package io.hone.vision.archive;

import io.hone.vision.archive.PickleValue.Int;
import io.hone.vision.archive.PickleValue.Tensor;
import java.util.List;

/**
 * That a tensor lies within its storage, and the storage within the file. libtorch takes a file's word for it, and
 * would read and write other memory.
 */
final class TensorBounds {

    /** As many as the engine's own loops take. */
    private static final int MAX_DIMENSIONS = 64;

    private final ZipEntries zip;
    private final String folder;

    /** @param folder of the entries that hold the elements, such as {@code data/} */
    TensorBounds(ZipEntries zip, String folder) {
        this.zip = zip;
        this.folder = folder;
    }

    /** @throws NotTorchScriptException if it does not */
    void check(Tensor tensor) {
        String entry = folder + tensor.storage().key();
        long elements = tensor.storage().elements().value();
        try {
            long needed = Math.multiplyExact(elements, tensor.storage().type().bytes());
            long present = present(entry, elements);
            if (elements < 0 || needed > present) {
                throw new NotTorchScriptException("entry %s has %d bytes, its tensor of %d elements needs %d"
                        .formatted(entry, present, elements, needed));
            }
            if (reach(tensor) > elements) {
                throw new NotTorchScriptException(
                        "a tensor reaches beyond the %d elements of entry %s".formatted(elements, entry));
            }
        } catch (ArithmeticException e) {
            throw new NotTorchScriptException("a tensor in entry %s has an impossible size".formatted(entry), e);
        }
    }

    private long present(String entry, long elements) {
        // Of a storage without elements, libtorch reads nothing.
        return elements == 0
                ? 0
                : zip.storedBytes(entry)
                        .orElseThrow(() -> new NotTorchScriptException(
                                "entry %s is missing or compressed, tensors are stored as they are".formatted(entry)));
    }

    /** The elements that the storage must have. */
    private static long reach(Tensor tensor) {
        List<Int> sizes = tensor.sizes();
        List<Int> strides = tensor.strides();
        if (sizes.size() != strides.size() || sizes.size() > MAX_DIMENSIONS || tensor.offset() < 0) {
            throw new NotTorchScriptException("a tensor has %d sizes, %d strides and offset %d"
                    .formatted(sizes.size(), strides.size(), tensor.offset()));
        }
        long last = tensor.offset();
        long count = 1;
        for (int i = 0; i < sizes.size(); i++) {
            long size = sizes.get(i).value();
            long stride = strides.get(i).value();
            if (size < 0 || stride < 0) {
                throw new NotTorchScriptException("a tensor has size %d and stride %d".formatted(size, stride));
            }
            count = Math.multiplyExact(count, size);
            last = Math.addExact(last, Math.multiplyExact(Math.max(0, size - 1), stride));
        }
        // Of a storage repeated by strides of 0, a few bytes of file could claim all memory.
        return count == 0 ? tensor.offset() : Math.max(last + 1, count);
    }
}

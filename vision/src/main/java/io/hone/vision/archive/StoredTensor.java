package io.hone.vision.archive;

import io.hone.vision.archive.PickleValue.Int;
import io.hone.vision.archive.PickleValue.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A tensor with its elements in a file.
 *
 * @param storage what it is a view of, from that one's first element on
 * @param elements of the storage
 */
record StoredTensor(TensorType type, Layout layout, FileRange storage, long elements) {

    static StoredTensor of(Tensor tensor, ZipEntries zip, String folder) {
        String entry = folder + tensor.storage().key();
        FileRange storage =
                new FileRange(() -> zip.stream(entry), 0, zip.storedBytes(entry).orElse(0L));
        Layout layout = new Layout(tensor.offset(), values(tensor.sizes()), values(tensor.strides()));
        return new StoredTensor(
                tensor.storage().type(),
                layout,
                storage,
                tensor.storage().elements().value());
    }

    private static List<Long> values(List<Int> integers) {
        return integers.stream().map(Int::value).toList();
    }

    /** Whether its storage has nothing else in it. */
    boolean isWhole() {
        return layout.offset() == 0 && layout.reach() == elements;
    }

    /** The elements in row order. */
    Content inRowOrder() {
        return layout.isRowMajor() ? asStored() : Content.made(layout.count() * type.bytes(), this::gathered);
    }

    Content inRowOrder(TensorType wanted) {
        return wanted == type ? inRowOrder() : new Converted(inRowOrder(), type, wanted);
    }

    Content wholeStorage() {
        return storage.part(0, elements * type.bytes());
    }

    /** The storage from the first to the last element. */
    Content asStored() {
        return storage.part(layout.offset() * type.bytes(), layout.reach() * type.bytes());
    }

    /** @throws IllegalArgumentException if the elements are no floating-point numbers */
    float[] floats() {
        FloatArraySink sink = new FloatArraySink(type, Math.toIntExact(layout.count()));
        try {
            inRowOrder().writeTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a tensor's elements", e);
        }
        return sink.values();
    }

    private byte[] gathered() {
        byte[] stored = StridedBytes.inMemory(asStored());
        ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        int size = type.bytes();
        layout.forEachPosition(position -> gathered.write(stored, Math.toIntExact(position * size), size));
        return gathered.toByteArray();
    }
}

package io.hone.vision.archive;

import java.util.List;
import java.util.function.LongConsumer;

/** Where a tensor's elements lie in its storage, counted in elements; within it, as {@link TensorBounds} has checked. */
record Layout(long offset, List<Long> sizes, List<Long> strides) {

    static Layout rowMajor(List<Long> sizes) {
        Long[] strides = new Long[sizes.size()];
        long stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(1, sizes.get(i));
        }
        return new Layout(0, sizes, List.of(strides));
    }

    long count() {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }

    /** Elements of storage from the first to the last one. */
    long reach() {
        if (count() == 0) {
            return 0;
        }
        long last = 0;
        for (int i = 0; i < sizes.size(); i++) {
            last += (sizes.get(i) - 1) * strides.get(i);
        }
        return last + 1;
    }

    boolean isRowMajor() {
        return hasSameSteps(rowMajor(sizes));
    }

    /** Whether elements follow each other in storage in the same way, wherever they begin. */
    boolean hasSameSteps(Layout other) {
        if (!sizes.equals(other.sizes)) {
            return false;
        }
        for (int i = 0; i < sizes.size(); i++) {
            // Where there is one row, or no element at all, nothing is ever stepped over.
            if (sizes.get(i) > 1 && count() > 0 && !strides.get(i).equals(other.strides.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where each element lies, in row order, counted from the first. */
    void forEachPosition(LongConsumer action) {
        if (count() > 0) {
            walk(0, 0, action);
        }
    }

    private void walk(int dimension, long position, LongConsumer action) {
        if (dimension == sizes.size()) {
            action.accept(position);
            return;
        }
        for (long i = 0; i < sizes.get(dimension); i++) {
            walk(dimension + 1, position + i * strides.get(dimension), action);
        }
    }
}

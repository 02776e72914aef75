package io.hone.vision.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Numbers made as they are written.
 *
 * @param sequences gives the same sequence of {@code count} numbers each time
 */
record FloatContent(TensorType type, long count, Supplier<DoubleSupplier> sequences) implements Content {

    private static final int ELEMENTS_AT_ONCE = 1 << 14;

    @Override
    public long bytes() {
        return Math.multiplyExact(count, type.bytes());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        DoubleSupplier sequence = sequences.get();
        ByteBuffer buffer = ByteBuffer.allocate(ELEMENTS_AT_ONCE * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (long left = count; left > 0; left -= ELEMENTS_AT_ONCE) {
            buffer.clear();
            for (long i = 0; i < Math.min(left, ELEMENTS_AT_ONCE); i++) {
                FloatCoding.write(type, sequence.getAsDouble(), buffer);
            }
            out.write(buffer.array(), 0, buffer.position());
        }
    }
}

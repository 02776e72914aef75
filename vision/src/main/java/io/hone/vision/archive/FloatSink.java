package io.hone.vision.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Takes a tensor's bytes and passes on its numbers. Bytes must come in pieces of whole elements. */
abstract class FloatSink extends OutputStream {

    private final TensorType type;

    FloatSink(TensorType type) {
        this.type = type;
    }

    abstract void accept(double value);

    /** Called after each piece. */
    void pieceEnds() throws IOException {}

    @Override
    public void write(int oneByte) {
        throw new UnsupportedOperationException("elements have more than one byte");
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(bytes, start, length).order(ByteOrder.LITTLE_ENDIAN);
        while (from.hasRemaining()) {
            accept(FloatCoding.read(type, from));
        }
        pieceEnds();
    }
}

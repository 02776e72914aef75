package io.hone.vision.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tensor's elements as floating-point numbers of another width. */
record Converted(Content elements, TensorType from, TensorType to) implements Content {

    @Override
    public long bytes() {
        return elements.bytes() / from.bytes() * to.bytes();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        elements.writeTo(new Conversion(out));
    }

    private final class Conversion extends FloatSink {

        private final OutputStream out;
        private ByteBuffer piece = ByteBuffer.allocate(0);

        Conversion(OutputStream out) {
            super(from);
            this.out = out;
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            int needed = length / from.bytes() * to.bytes();
            if (piece.capacity() < needed) {
                piece = ByteBuffer.allocate(needed).order(ByteOrder.LITTLE_ENDIAN);
            }
            piece.clear();
            super.write(bytes, start, length);
        }

        @Override
        void accept(double value) {
            FloatCoding.write(to, value, piece);
        }

        @Override
        void pieceEnds() throws IOException {
            out.write(piece.array(), 0, piece.position());
        }
    }
}

package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a pickle. Numbers are little-endian, floating-point ones alone big-endian. */
final class PickleInput {

    private final String name;
    private final ByteBuffer bytes;

    PickleInput(String name, byte[] bytes) {
        this.name = name;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    Opcode opcode() {
        int code = unsignedByte();
        return Opcode.of(code).orElseThrow(() -> error("opcode 0x%02x is none that TorchScript uses".formatted(code)));
    }

    int unsignedByte() {
        return Byte.toUnsignedInt(need(Byte.BYTES).get());
    }

    int unsignedShort() {
        return Short.toUnsignedInt(need(Short.BYTES).getShort());
    }

    int integer() {
        return need(Integer.BYTES).getInt();
    }

    /** The one length that libtorch reads. */
    long eightByteLong() {
        int length = unsignedByte();
        if (length != Long.BYTES) {
            throw error("a long number of %d bytes, TorchScript writes %d".formatted(length, Long.BYTES));
        }
        return need(Long.BYTES).getLong();
    }

    double real() {
        return Double.longBitsToDouble(Long.reverseBytes(need(Double.BYTES).getLong()));
    }

    String text() {
        int length = integer();
        if (length < 0) {
            throw error("a text of %d bytes".formatted(Integer.toUnsignedLong(length)));
        }
        need(length);
        String text = new String(bytes.array(), bytes.position(), length, UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    String line() {
        int start = bytes.position();
        while (need(1).get() != '\n') {}
        return new String(bytes.array(), start, bytes.position() - 1 - start, UTF_8);
    }

    NotTorchScriptException error(String problem) {
        return new NotTorchScriptException("%s, byte %d: %s".formatted(name, bytes.position(), problem));
    }

    private ByteBuffer need(int length) {
        if (bytes.remaining() < length) {
            throw error("ends where %d more bytes are needed".formatted(length));
        }
        return bytes;
    }
}

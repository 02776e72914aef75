package io.hone.vision.archive;

import io.hone.vision.archive.PickleValue.Int;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.TreeMap;

/** Changes to the bytes of a pickle that leave everything else as it is. */
final class PickleSplices {

    private final byte[] pickle;
    private final TreeMap<Integer, Splice> splices = new TreeMap<>();

    private record Splice(int removed, byte[] inserted) {}

    PickleSplices(byte[] pickle) {
        this.pickle = pickle;
    }

    PickleSplices number(Int old, long value) {
        splices.put(old.position(), new Splice(length(old.position()), encoded(value)));
        return this;
    }

    /** @param position of the opcode that comes after it */
    PickleSplices insert(int position, byte[] opcodes) {
        splices.put(position, new Splice(0, opcodes));
        return this;
    }

    byte[] apply() {
        ByteArrayOutputStream changed = new ByteArrayOutputStream(pickle.length);
        int copied = 0;
        for (var splice : splices.entrySet()) {
            changed.write(pickle, copied, splice.getKey() - copied);
            changed.writeBytes(splice.getValue().inserted());
            copied = splice.getKey() + splice.getValue().removed();
        }
        changed.write(pickle, copied, pickle.length - copied);
        return changed.toByteArray();
    }

    /** Of a whole number, with its opcode. */
    private int length(int position) {
        Opcode opcode = Opcode.of(Byte.toUnsignedInt(pickle[position])).orElseThrow();
        return switch (opcode) {
            case BININT1 -> 1 + Byte.BYTES;
            case BININT2 -> 1 + Short.BYTES;
            case BININT -> 1 + Integer.BYTES;
            case LONG1 -> 1 + 1 + Long.BYTES;
            default -> throw new IllegalArgumentException("opcode %s is no whole number".formatted(opcode));
        };
    }

    /** As libtorch does: the shortest form. */
    private static byte[] encoded(long value) {
        ByteBuffer bytes = ByteBuffer.allocate(2 + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (value >= 0 && value < 1 << Byte.SIZE) {
            bytes.put(Opcode.BININT1.code()).put((byte) value);
        } else if (value >= 0 && value < 1 << Short.SIZE) {
            bytes.put(Opcode.BININT2.code()).putShort((short) value);
        } else if (value == (int) value) {
            bytes.put(Opcode.BININT.code()).putInt((int) value);
        } else {
            bytes.put(Opcode.LONG1.code()).put((byte) Long.BYTES).putLong(value);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}

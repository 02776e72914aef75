package io.hone.vision.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes a pickle opcode by opcode, good or bad. */
final class TestPickle {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TestPickle() {
        op(0x80, 2);
    }

    TestPickle op(int... opcodeAndArguments) {
        for (int value : opcodeAndArguments) {
            bytes.write(value);
        }
        return this;
    }

    TestPickle global(String module, String name) {
        bytes.writeBytes("c%s\n%s\n".formatted(module, name).getBytes(UTF_8));
        return this;
    }

    TestPickle text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        op('X', utf8.length, 0, 0, 0);
        bytes.writeBytes(utf8);
        return this;
    }

    /** An object of the class {@code __torch__.M}, without state. */
    TestPickle module() {
        return global("__torch__", "M").op(')', 0x81);
    }

    byte[] stop() {
        return op('.').bytes.toByteArray();
    }

    byte[] unfinished() {
        return bytes.toByteArray();
    }
}

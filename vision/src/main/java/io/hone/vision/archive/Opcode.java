package io.hone.vision.archive;

import java.util.Arrays;
import java.util.Optional;

/**
 * The opcodes that libtorch's own reader of pickles knows, of protocol 2. Values as in Python's {@code pickletools}.
 */
enum Opcode {
    PROTO(0x80),
    STOP('.'),
    MARK('('),
    NONE('N'),
    NEWTRUE(0x88),
    NEWFALSE(0x89),
    BININT('J'),
    BININT1('K'),
    BININT2('M'),
    LONG1(0x8a),
    BINFLOAT('G'),
    BINUNICODE('X'),
    EMPTY_TUPLE(')'),
    TUPLE('t'),
    TUPLE1(0x85),
    TUPLE2(0x86),
    TUPLE3(0x87),
    EMPTY_LIST(']'),
    LIST('l'),
    APPEND('a'),
    APPENDS('e'),
    EMPTY_DICT('}'),
    DICT('d'),
    SETITEM('s'),
    SETITEMS('u'),
    BINPUT('q'),
    LONG_BINPUT('r'),
    BINGET('h'),
    LONG_BINGET('j'),
    GLOBAL('c'),
    NEWOBJ(0x81),
    REDUCE('R'),
    BUILD('b'),
    BINPERSID('Q');

    private static final Opcode[] BY_CODE = new Opcode[256];

    static {
        Arrays.stream(values()).forEach(opcode -> BY_CODE[opcode.code] = opcode);
    }

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    static Optional<Opcode> of(int code) {
        return Optional.ofNullable(BY_CODE[code]);
    }
}

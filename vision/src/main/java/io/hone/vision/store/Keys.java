package io.hone.vision.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.image.ImageId;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Where what lies in the store: one ordered space of keys, told apart by their first byte. Offsets are big-endian, so
 * that the order of the keys is the order of arrival.
 *
 * <pre>
 * 'a' offset              → id, label, origin      by arrival
 * 'e' id                  → offset                 when it was last elsewhere, of images that were
 * 'f' id                  → fingerprint            of images that have one
 * 'i' id                  → offset, label, origin  by image
 * 'l' length label offset → id, origin             by label
 * 'm'                     → {@link State}
 * 'p' id                  → pixels, as in {@link io.hone.images.Pixels#rgb()}
 * 't' id                  → {@link Trace}          of images that are in another split
 * </pre>
 */
final class Keys {

    static final byte[] STATE = {'m'};
    static final byte[] FIRST = {};
    /** Greater than every key. */
    static final byte[] LAST = {(byte) 0xff};

    static final byte[] ARRIVALS = {'a'};
    static final byte[] TRACES = {'t'};

    static final int ID_BYTES = 32;

    private Keys() {}

    static byte[] arrival(long offset) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(ARRIVALS).putLong(offset).array();
    }

    static byte[] image(ImageId id) {
        return of('i', id);
    }

    static byte[] pixels(ImageId id) {
        return of('p', id);
    }

    static byte[] fingerprint(ImageId id) {
        return of('f', id);
    }

    static byte[] trace(ImageId id) {
        return of('t', id);
    }

    static byte[] formerly(ImageId id) {
        return of('e', id);
    }

    private static byte[] of(char space, ImageId id) {
        return ByteBuffer.allocate(1 + ID_BYTES)
                .put((byte) space)
                .put(bytes(id))
                .array();
    }

    /** The id at the end of a key. */
    static ImageId id(byte[] key) {
        return new ImageId(HexFormat.of().formatHex(key, key.length - ID_BYTES, key.length));
    }

    /** The label's length comes first, so that no label's keys begin with another label. */
    static byte[] label(String label) {
        byte[] text = label.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + text.length)
                .put((byte) 'l')
                .putInt(text.length)
                .put(text)
                .array();
    }

    static byte[] label(String label, long offset) {
        byte[] prefix = label(label);
        return ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(offset)
                .array();
    }

    /** The offset at the end of a key by arrival or by label. */
    static long offset(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    static byte[] bytes(ImageId id) {
        return HexFormat.of().parseHex(id.value());
    }
}

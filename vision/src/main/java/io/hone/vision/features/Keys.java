package io.hone.vision.features;

import io.hone.contracts.image.ImageId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where what lies in the store: one ordered space of keys, told apart by their first byte.
 *
 * <pre>
 * 'b' backbone    → when it was last asked for, counted up
 * 'f' backbone id → features, little-endian 32-bit floats
 * 'm'             → {@link #LAYOUT}, by {@link io.hone.vision.cache.CacheDatabase}
 * </pre>
 */
final class Keys {

    /** Grows whenever keys or values change: a store of another layout is emptied. */
    static final int LAYOUT = 1;

    static final byte[] BACKBONES = {'b'};
    static final byte[] FEATURES = {'f'};

    private static final int DIGEST_BYTES = 32;

    private Keys() {}

    static byte[] backbone(String digest) {
        return key(BACKBONES, HexFormat.of().parseHex(digest));
    }

    /** Of a backbone's key. */
    static String digest(byte[] key) {
        return HexFormat.of().formatHex(key, 1, 1 + DIGEST_BYTES);
    }

    /** What the keys of all its features begin with. */
    static byte[] features(String digest) {
        return key(FEATURES, HexFormat.of().parseHex(digest));
    }

    static byte[] features(String digest, ImageId id) {
        byte[] prefix = features(digest);
        return ByteBuffer.allocate(prefix.length + DIGEST_BYTES)
                .put(prefix)
                .put(HexFormat.of().parseHex(id.value()))
                .array();
    }

    /** Of a key of features. */
    static ImageId image(byte[] key) {
        return new ImageId(HexFormat.of().formatHex(key, 1 + DIGEST_BYTES, 1 + 2 * DIGEST_BYTES));
    }

    /** The least key after all that begin with {@code prefix}. */
    static byte[] after(byte[] prefix) {
        byte[] after = prefix.clone();
        int last = after.length - 1;
        while (after[last] == (byte) 0xff) {
            last--;
        }
        after[last]++;
        return Arrays.copyOf(after, last + 1);
    }

    private static byte[] key(byte[] kind, byte[] digest) {
        return ByteBuffer.allocate(1 + digest.length).put(kind).put(digest).array();
    }
}

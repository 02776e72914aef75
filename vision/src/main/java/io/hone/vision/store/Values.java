package io.hone.vision.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hone.contracts.image.ImageId;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** What lies under {@link Keys}. */
final class Values {

    private Values() {}

    static byte[] byArrival(StoredImage image) {
        byte[] id = Keys.bytes(image.id());
        byte[] label = image.label().getBytes(UTF_8);
        return ByteBuffer.allocate(id.length + label.length).put(id).put(label).array();
    }

    static StoredImage byArrival(byte[] key, byte[] value) {
        String label = new String(value, Keys.ID_BYTES, value.length - Keys.ID_BYTES, UTF_8);
        return new StoredImage(id(value), label, Keys.offset(key));
    }

    static byte[] byImage(StoredImage image) {
        byte[] label = image.label().getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + label.length)
                .putLong(image.offset())
                .put(label)
                .array();
    }

    static StoredImage byImage(ImageId id, byte[] value) {
        String label = new String(value, Long.BYTES, value.length - Long.BYTES, UTF_8);
        return new StoredImage(id, label, ByteBuffer.wrap(value).getLong());
    }

    static StoredImage byLabel(String label, byte[] key, byte[] value) {
        return new StoredImage(id(value), label, Keys.offset(key));
    }

    private static ImageId id(byte[] value) {
        return new ImageId(HexFormat.of().formatHex(value, 0, Keys.ID_BYTES));
    }
}

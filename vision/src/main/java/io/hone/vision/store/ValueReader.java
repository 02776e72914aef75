package io.hone.vision.store;

import io.hone.contracts.image.ImageId;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@link Values} wrote. Of equal texts it hands out one: a list of a million images holds each label, group
 * and annotator once. For one thread, and for as long as one list is read.
 */
final class ValueReader {

    private final Map<String, String> texts = new HashMap<>();

    StoredImage byArrival(byte[] key, byte[] value) {
        return read(value, in -> new StoredImage(id(in), text(in), Keys.offset(key), origin(in)));
    }

    StoredImage byImage(ImageId id, byte[] value) {
        return read(value, in -> {
            long offset = in.readLong();
            return new StoredImage(id, text(in), offset, origin(in));
        });
    }

    StoredImage byLabel(String label, byte[] key, byte[] value) {
        return read(value, in -> new StoredImage(id(in), label, Keys.offset(key), origin(in)));
    }

    private LabelOrigin origin(DataInputStream in) throws IOException {
        int flags = in.readUnsignedByte();
        Instant labelledAt = Instant.ofEpochSecond(in.readLong());
        String source = text(in);
        Optional<String> group = optional(flags & Values.GROUP, in);
        Optional<String> annotator = optional(flags & Values.ANNOTATOR, in);
        return new LabelOrigin(
                group, annotator, source, labelledAt, (flags & Values.GOLDEN) != 0, (flags & Values.REVIEWED) != 0);
    }

    private Optional<String> optional(int flag, DataInputStream in) throws IOException {
        return flag == 0 ? Optional.empty() : Optional.of(text(in));
    }

    private String text(DataInputStream in) throws IOException {
        return texts.computeIfAbsent(in.readUTF(), text -> text);
    }

    private static ImageId id(DataInputStream in) throws IOException {
        return new ImageId(HexFormat.of().formatHex(in.readNBytes(Keys.ID_BYTES)));
    }

    private static <T> T read(byte[] value, Content<T> content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            return content.readFrom(in);
        } catch (IOException e) {
            throw new UncheckedIOException("a value of the image store is cut off", e);
        }
    }

    @FunctionalInterface
    private interface Content<T> {
        T readFrom(DataInputStream in) throws IOException;
    }
}

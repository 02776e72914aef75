package io.hone.vision.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What lies under {@link Keys}, as {@link ValueReader} reads it: numbers big-endian, texts as {@link
 * DataOutputStream#writeUTF} writes them. The origin of a label is a byte of flags, the second it was given, its source,
 * and of group and annotator those that the flags tell of.
 */
final class Values {

    static final int GOLDEN = 1;
    static final int GROUP = 1 << 1;
    static final int ANNOTATOR = 1 << 2;
    static final int REVIEWED = 1 << 3;

    private Values() {}

    static byte[] byArrival(StoredImage image) {
        return written(out -> {
            out.write(Keys.bytes(image.id()));
            out.writeUTF(image.label());
            write(image.origin(), out);
        });
    }

    static byte[] byImage(StoredImage image) {
        return written(out -> {
            out.writeLong(image.offset());
            out.writeUTF(image.label());
            write(image.origin(), out);
        });
    }

    static byte[] byLabel(StoredImage image) {
        return written(out -> {
            out.write(Keys.bytes(image.id()));
            write(image.origin(), out);
        });
    }

    private static void write(LabelOrigin origin, DataOutputStream out) throws IOException {
        out.writeByte((origin.golden() ? GOLDEN : 0)
                | (origin.group().isPresent() ? GROUP : 0)
                | (origin.annotator().isPresent() ? ANNOTATOR : 0)
                | (origin.reviewed() ? REVIEWED : 0));
        out.writeLong(origin.labelledAt().getEpochSecond());
        out.writeUTF(origin.source());
        write(origin.group(), out);
        write(origin.annotator(), out);
    }

    private static void write(Optional<String> text, DataOutputStream out) throws IOException {
        if (text.isPresent()) {
            out.writeUTF(text.get());
        }
    }

    private static byte[] written(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }
}

package io.hone.vision.store;

import io.hone.contracts.image.ImageId;
import io.hone.images.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A trace in bytes: its offset, its label, a byte of flags, and of group and fingerprint those that the flags tell of. */
final class TraceValues {

    private static final int GROUP = 1;
    private static final int FINGERPRINT = 1 << 1;
    private static final int GOLDEN = 1 << 2;

    private TraceValues() {}

    static byte[] written(Trace trace) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(trace.offset());
            out.writeUTF(trace.label());
            out.writeByte((trace.group().isPresent() ? GROUP : 0)
                    | (trace.fingerprint().isPresent() ? FINGERPRINT : 0)
                    | (trace.golden() ? GOLDEN : 0));
            if (trace.group().isPresent()) {
                out.writeUTF(trace.group().get());
            }
            if (trace.fingerprint().isPresent()) {
                out.writeLong(trace.fingerprint().get().bits());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Trace read(ImageId id, byte[] value) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            long offset = in.readLong();
            String label = in.readUTF();
            int flags = in.readUnsignedByte();
            Optional<String> group = (flags & GROUP) == 0 ? Optional.empty() : Optional.of(in.readUTF());
            Optional<Fingerprint> fingerprint =
                    (flags & FINGERPRINT) == 0 ? Optional.empty() : Optional.of(new Fingerprint(in.readLong()));
            return new Trace(id, offset, label, group, (flags & GOLDEN) != 0, fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException("a trace in the image store is cut off", e);
        }
    }
}

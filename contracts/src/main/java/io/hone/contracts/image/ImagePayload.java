package io.hone.contracts.image;

import io.hone.contracts.Checks;
import java.net.URI;
import java.util.Arrays;

/** Where an image's encoded bytes are: in the record itself, or, when too large for that, in the bucket. */
public sealed interface ImagePayload {

    /** The encoded bytes as the labelling pipeline gave them. */
    final class Inline implements ImagePayload {

        private final byte[] bytes;
        private final ImageId id;

        public Inline(byte[] bytes) {
            Checks.atLeast("image bytes", Checks.present("image bytes", bytes).length, 1);
            this.bytes = bytes;
            this.id = ImageId.of(bytes);
        }

        public byte[] bytes() {
            return bytes;
        }

        /** Of these bytes: many ask, and it takes long to tell. */
        public ImageId id() {
            return id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Inline inline && Arrays.equals(bytes, inline.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Inline[" + bytes.length + " bytes]";
        }
    }

    /**
     * Claim check: {@code s3://images/<key>}, relative to the configured endpoint.
     *
     * @param address scheme {@code s3}, bucket as host, key as path
     */
    record Reference(URI address) implements ImagePayload {

        public Reference {
            Checks.present("dataref", address);
            boolean usable = "s3".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getPath() != null
                    && address.getPath().length() > 1;
            if (!usable) {
                throw new IllegalArgumentException("dataref is '%s', must be s3://<bucket>/<key>".formatted(address));
            }
        }

        public static Reference to(String bucket, String key) {
            return new Reference(URI.create("s3://" + bucket + "/" + key));
        }

        public String bucket() {
            return address.getHost();
        }

        public String key() {
            return address.getPath().substring(1);
        }
    }
}

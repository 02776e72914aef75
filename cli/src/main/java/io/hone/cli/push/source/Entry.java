package io.hone.cli.push.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a source holds at one place. */
public sealed interface Entry {

    /** Where it is, for messages. */
    String name();

    /**
     * A labelled image that has not been read yet.
     *
     * @param state what would be another if the image's bytes were: a file's size and time of change, an address
     */
    record Image(String name, String state, Labelling labelling, Content content) implements Entry {

        /**
         * Tells this image with these labels from others, across runs. 64 bits: that two of a million are taken for one
         * has a chance of one in 37 million.
         */
        public long digest(boolean golden) {
            MessageDigest sha256 = sha256();
            feed(sha256, name);
            feed(sha256, state);
            feed(sha256, labelling.label());
            feed(sha256, labelling.group().orElse(""));
            feed(sha256, labelling.annotator().orElse(""));
            feed(sha256, labelling.split().orElse(""));
            feed(sha256, golden ? "golden" : "");
            return ByteBuffer.wrap(sha256.digest()).getLong();
        }

        private static void feed(MessageDigest digest, String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Something that cannot become a labelled image; the others can. */
    record Unusable(String name, String reason) implements Entry {}
}

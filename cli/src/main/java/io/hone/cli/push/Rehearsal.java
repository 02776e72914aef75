package io.hone.cli.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Sends nothing: looks at how each image begins, and takes what may be one for accepted. */
final class Rehearsal implements Sender {

    private static final String BY_RULE = "by the rule";
    private static final List<byte[]> BEGINNINGS = List.of(
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            ascii("GIF8"),
            ascii("BM"));
    private static final byte[] RIFF = ascii("RIFF");
    private static final byte[] WEBP = ascii("WEBP");
    private static final int WEBP_AT = 8;

    @Override
    public String activity() {
        return "Reading images";
    }

    @Override
    public List<Outcome> send(List<LabelledImage> images) {
        return images.stream().map(Rehearsal::outcome).toList();
    }

    private static Outcome outcome(LabelledImage image) {
        return isImage(image.bytes())
                ? new Outcome.Accepted(
                        image, id(image.bytes()), image.labelling().split().orElse(BY_RULE))
                : new Outcome.Refused(image, "its bytes begin as no JPEG, PNG, WebP, BMP or GIF does");
    }

    private static boolean isImage(byte[] bytes) {
        return BEGINNINGS.stream().anyMatch(beginning -> has(bytes, 0, beginning))
                || (has(bytes, 0, RIFF) && has(bytes, WEBP_AT, WEBP));
    }

    private static boolean has(byte[] bytes, int at, byte[] part) {
        return bytes.length >= at + part.length && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
    }

    private static String id(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

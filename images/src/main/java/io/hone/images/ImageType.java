package io.hone.images;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of image that are read, told apart by how their bytes begin: names and headers say anything. */
public enum ImageType {
    // Each begins with these characters, read as bytes; a question mark stands for any byte.
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff", 12),
    PNG("image/png", "\u0089PNG\r\n\u001a\n", 11),
    /** {@code RIFF}, four bytes of length, {@code WEBP}. */
    WEBP("image/webp", "RIFF????WEBP", 12),
    BMP("image/bmp", "BM", 10),
    /** {@code GIF87a} and {@code GIF89a}; the first frame is the image. */
    GIF("image/gif", "GIF8?a", 8);

    private static final char ANY = '?';

    /** A lossless WebP may name 65,536 groups of five tables of codes, and needs four bits for a table. */
    private static final long MOST_TABLES = 5 << 16;

    private static final long TABLES_PER_BYTE = 2;
    private static final long TABLE_BYTES = 1_100;

    private final String mediaType;
    private final String magic;
    private final int bytesPerPixel;

    ImageType(String mediaType, String magic, int bytesPerPixel) {
        this.mediaType = mediaType;
        this.magic = magic;
        this.bytesPerPixel = bytesPerPixel;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty when the bytes begin like none of them. */
    public static Optional<ImageType> of(byte[] encoded) {
        return Arrays.stream(values()).filter(type -> type.begins(encoded)).findFirst();
    }

    /** All of them, for messages. */
    static String names() {
        return Arrays.stream(values()).map(ImageType::name).collect(Collectors.joining(", "));
    }

    /** What decoding takes at most, in bytes, the copies of what is decoded among it. */
    long memory(long pixels, int encoded) {
        long tables = this == WEBP ? Math.min(MOST_TABLES, TABLES_PER_BYTE * encoded) * TABLE_BYTES : 0;
        return pixels * bytesPerPixel + 3L * encoded + tables;
    }

    private boolean begins(byte[] encoded) {
        if (encoded.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            char expected = magic.charAt(i);
            if (expected != ANY && expected != Byte.toUnsignedInt(encoded[i])) {
                return false;
            }
        }
        return true;
    }
}

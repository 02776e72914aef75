package io.hone.images;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of image that are read, told apart by how their bytes begin: names and headers say anything. */
public enum ImageType {
    // Each begins with these characters, read as bytes; a question mark stands for any byte.
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    /** {@code RIFF}, four bytes of length, {@code WEBP}. */
    WEBP("image/webp", "RIFF????WEBP"),
    BMP("image/bmp", "BM"),
    /** {@code GIF87a} and {@code GIF89a}; the first frame is the image. */
    GIF("image/gif", "GIF8?a");

    private static final char ANY = '?';

    private final String mediaType;
    private final String magic;

    ImageType(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = magic;
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

package io.hone.contracts.image;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hone.contracts.Checks;
import io.hone.contracts.Sha256;

/** The SHA-256 of an image's encoded bytes, in hexadecimal digits: the same file is the same image, whoever sends it. */
public record ImageId(@JsonValue String value) implements Comparable<ImageId> {

    @JsonCreator
    public ImageId {
        Checks.sha256("image id", value);
    }

    public static ImageId of(byte[] encodedImage) {
        return new ImageId(Sha256.of(encodedImage));
    }

    @Override
    public int compareTo(ImageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

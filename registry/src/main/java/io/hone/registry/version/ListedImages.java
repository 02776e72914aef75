package io.hone.registry.version;

import io.hone.contracts.image.ImageId;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The ids in a version's {@code images.csv}: a heading, and then one image a line, its id first. */
public final class ListedImages {

    /** With its line break. */
    public static final String HEADING = "id,part,label\n";

    private ListedImages() {}

    /** @throws IllegalArgumentException if it is no such list */
    public static Stream<ImageId> ids(byte[] csv) {
        String text = new String(csv, StandardCharsets.UTF_8);
        if (!text.startsWith(HEADING)) {
            throw new IllegalArgumentException("the list of images does not begin with " + HEADING.strip());
        }
        return text.substring(HEADING.length())
                .lines()
                .map(line -> new ImageId(line.substring(0, Math.max(0, line.indexOf(',')))));
    }
}

package io.hone.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes a JPEG apart into its segments. Of the applications' segments only what they say about colour and orientation is
 * kept, in one segment of ours, so that every decoder takes three channels for the same colours.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class Jpeg {

    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };
    /** Its last byte, 0, says that the samples are colours or inks as they stand. */
    private static final byte[] ADOBE = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ADOBES = 0xEE;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int INKS = 4;

    private final byte[] jpeg;
    private final ByteArrayOutputStream kept;
    private Orientation orientation = null;
    private boolean jfif = false;
    private int adobeTransform = -1;
    private int components = 0;
    private boolean namedRedGreenBlue = false;
    private int scans = 0;

    Jpeg(byte[] jpeg) {
        this.jpeg = jpeg;
        this.kept = new ByteArrayOutputStream(jpeg.length);
    }

    Essence essence() throws IOException {
        int at = 2;
        while (at < jpeg.length) {
            at = segment(at);
        }
        boolean inks = components == INKS;
        byte[] colours = inks || !ycc() ? ADOBE : JFIF;
        ByteArrayOutputStream whole = new ByteArrayOutputStream(2 + colours.length + kept.size());
        whole.write(jpeg, 0, 2);
        whole.writeBytes(colours);
        kept.writeTo(whole);
        return new Essence(
                whole.toByteArray(),
                orientation == null ? Orientation.UPRIGHT : orientation,
                scans,
                inks ? Optional.of(new Inks(adobeTransform == 2)) : Optional.empty());
    }

    /** The rules of libjpeg, which nearly everybody decodes with. */
    private boolean ycc() {
        return jfif || (adobeTransform >= 0 ? adobeTransform != 0 : !namedRedGreenBlue);
    }

    /** Takes the segment that begins at {@code at}, and nothing where none does; where to go on. */
    private int segment(int at) throws IOException {
        if (at + 1 >= jpeg.length || unsigned(at) != 0xFF || unsigned(at + 1) == 0xFF) {
            return at + 1;
        }
        int marker = unsigned(at + 1);
        if (marker == END) {
            kept.write(jpeg, at, 2);
            return jpeg.length;
        } else if (marker == START) {
            throw new IOException("another image begins at byte " + at);
        } else if (marker == 0 || marker == TEMPORARY || isRestart(marker)) {
            return at + 2;
        }
        int end = at + 3 < jpeg.length ? at + 2 + unsignedShort(at + 2) : jpeg.length;
        take(marker, at, Math.min(end, jpeg.length));
        if (marker == SCAN) {
            scans++;
            return scan(Math.min(end, jpeg.length));
        }
        return end;
    }

    private void take(int marker, int at, int end) {
        int content = Math.min(at + 4, end);
        if (isFrame(marker)) {
            frame(content, end);
        }
        if (marker == FIRST_APPLICATION) {
            jfif |= begins("JFIF", content, end);
        } else if (marker == EXIF) {
            if (orientation == null && Exif.begins(jpeg, content, end)) {
                orientation = Exif.orientation(jpeg, content, end);
            }
        } else if (marker == ADOBES) {
            adobeTransform = begins("Adobe", content, end) && end - content >= 12 ? unsigned(content + 11) : -1;
        } else if (!isApplication(marker) && marker != COMMENT) {
            kept.write(jpeg, at, end - at);
        }
    }

    private void frame(int content, int end) {
        components = content + 5 < end ? unsigned(content + 5) : 0;
        namedRedGreenBlue = components == 3
                && content + 13 <= end
                && unsigned(content + 6) == 'R'
                && unsigned(content + 9) == 'G'
                && unsigned(content + 12) == 'B';
    }

    /** Takes the entropy-coded data of a scan, in which 0xFF begins a marker unless 0 or a restart follows. */
    private int scan(int from) {
        int at = from;
        while (at < jpeg.length
                && !(unsigned(at) == 0xFF
                        && at + 1 < jpeg.length
                        && unsigned(at + 1) != 0
                        && !isRestart(unsigned(at + 1)))) {
            at++;
        }
        kept.write(jpeg, from, at - from);
        return at;
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private static boolean isApplication(int marker) {
        return marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
    }

    /** All but DHT, JPG and DAC of the sixteen. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean begins(String name, int from, int to) {
        if (to - from < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (unsigned(from + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int unsigned(int at) {
        return Byte.toUnsignedInt(jpeg[at]);
    }

    private int unsignedShort(int at) {
        return unsigned(at) << 8 | unsigned(at + 1);
    }
}

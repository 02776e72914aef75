package io.hone.contracts.image;

import io.hone.contracts.Checks;
import io.hone.contracts.Sha256;
import java.util.Optional;

/**
 * Decides an image's split from its group, or from its id when it has none: hold-out when the first 52 bits of
 * {@code SHA-256(UTF-8 text)}, read as a fraction of 1, lie below {@code fraction}. So all images of a group (a patient,
 * a camera burst, a product) fall on the same side, and everybody who knows the fraction decides alike.
 *
 * @param fraction share of images, or groups, that become hold-out, 0 to 1
 */
public record HoldOutRule(double fraction) {

    /** 13 hexadecimal digits are 52 bits, which a double holds exactly. */
    private static final int HEX_DIGITS = 13;

    private static final double RANGE = 0x1p52;

    public HoldOutRule {
        Checks.within("hold-out fraction", fraction, 0, 1);
    }

    public Split splitOf(ImageId id, Optional<String> group) {
        String hash = Sha256.of(group.orElse(id.value())).substring(0, HEX_DIGITS);
        return Long.parseLong(hash, 16) / RANGE < fraction ? Split.HOLD_OUT : Split.TRAINING;
    }

    /** The split that came with the image, else the one this rule gives. */
    public Split splitOf(LabelledImage image) {
        return image.split().orElseGet(() -> splitOf(image.id(), image.group()));
    }
}

package io.hone.contracts.doubt;

import io.hone.contracts.Checks;
import io.hone.contracts.image.LabelledImage;

/** An image that was put aside, as it was in the stream, and the doubt about its label. */
public record Quarantined(LabelledImage image, LabelDoubted doubt) {

    public Quarantined {
        Checks.present("image", image);
        Checks.present("doubt", doubt);
        if (!image.id().equals(doubt.image())) {
            throw new IllegalArgumentException(
                    "the doubt is about image '%s', must be about '%s'".formatted(doubt.image(), image.id()));
        }
    }
}

package io.hone.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hone.contracts.Checks;

/**
 * How one version did on a snapshot of the hold-out.
 *
 * @param version which
 * @param images how many it was shown, at least 0
 * @param correct how many it got right
 * @param millisPerImage mean time of a forward pass, in milliseconds an image
 */
public record Measurement(int version, int images, int correct, double millisPerImage) {

    public Measurement {
        Checks.atLeast("version", version, 1);
        Checks.atLeast("images", images, 0);
        Checks.within("correct", correct, 0, images);
        Checks.within("millisPerImage", millisPerImage, 0, Double.MAX_VALUE);
    }

    /** Share of images it got right, 0 to 1; 0 where there are none. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double accuracy() {
        return images == 0 ? 0 : (double) correct / images;
    }
}

package io.hone.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hone.contracts.Checks;
import java.util.Optional;

/**
 * How one version did on a snapshot of the hold-out.
 *
 * @param version which
 * @param images how many it was shown, at least 0
 * @param correct how many it got right
 * @param millisPerImage mean time of a forward pass, in milliseconds an image; absent where it was not measured, for
 *     which the first writers wrote 0
 */
public record Measurement(int version, int images, int correct, Optional<Double> millisPerImage) {

    public Measurement {
        Checks.atLeast("version", version, 1);
        Checks.atLeast("images", images, 0);
        Checks.within("correct", correct, 0, images);
        millisPerImage = millisPerImage == null ? Optional.empty() : millisPerImage.filter(millis -> millis != 0);
        millisPerImage.ifPresent(millis -> Checks.within("millisPerImage", millis, 0, Double.MAX_VALUE));
    }

    public Measurement(int version, int images, int correct, double millisPerImage) {
        this(version, images, correct, Optional.of(millisPerImage));
    }

    /** Without times. */
    public Measurement(int version, int images, int correct) {
        this(version, images, correct, Optional.empty());
    }

    /** Share of images it got right, 0 to 1; 0 where there are none. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double accuracy() {
        return images == 0 ? 0 : (double) correct / images;
    }
}

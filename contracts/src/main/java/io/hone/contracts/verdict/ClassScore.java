package io.hone.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.hone.contracts.Checks;

/**
 * How a version does on one class.
 *
 * @param images that bear the label
 * @param predicted images that the version takes for this class
 * @param correct images that are both
 */
@JsonPropertyOrder({"label", "images", "predicted", "correct", "recall", "precision", "f1"})
public record ClassScore(String label, int images, int predicted, int correct) {

    public ClassScore {
        Checks.present("label", label);
        Checks.atLeast("images", images, 0);
        Checks.atLeast("predicted", predicted, 0);
        Checks.within("correct", correct, 0, Math.min(images, predicted));
    }

    /** Share of the class's images that the version finds, 0 to 1; 0 where there are none. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double recall() {
        return images == 0 ? 0 : (double) correct / images;
    }

    /** Share of what the version takes for the class that is of it, 0 to 1; 0 where there is none. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double precision() {
        return predicted == 0 ? 0 : (double) correct / predicted;
    }

    /** Images of the class that the version misses, and others that it takes for the class. */
    public int mistakes() {
        return images + predicted - 2 * correct;
    }

    /** Harmonic mean of recall and precision, 0 to 1. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double f1() {
        return images + predicted == 0 ? 0 : 2.0 * correct / (images + predicted);
    }
}

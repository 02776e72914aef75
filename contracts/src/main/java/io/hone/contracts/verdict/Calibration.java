package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import java.util.List;

/**
 * Whether a version is as sure as it should be.
 *
 * @param error expected calibration error, 0 to 1: mean distance of confidence and accuracy over the bins, weighted by
 *     their images (Naeini, Cooper and Hauskrecht, 2015)
 * @param bins of equal width over the confidence; those without images are left out
 */
public record Calibration(double error, List<Bin> bins) {

    /**
     * @param from the lowest confidence of the bin, 0 to 1
     * @param confidence mean of its images
     * @param accuracy share of its images that are right
     */
    public record Bin(double from, double to, int images, double confidence, double accuracy) {

        public Bin {
            Checks.within("from", from, 0, 1);
            Checks.within("to", to, from, 1);
            Checks.atLeast("images", images, 1);
            Checks.within("confidence", confidence, 0, 1);
            Checks.within("accuracy", accuracy, 0, 1);
        }
    }

    public Calibration {
        Checks.within("error", error, 0, 1);
        bins = List.copyOf(Checks.present("bins", bins));
    }
}

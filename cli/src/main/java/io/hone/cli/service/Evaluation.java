package io.hone.cli.service;

import java.util.List;

/** A verdict and the numbers behind it, as the evaluator tells of them. */
public record Evaluation(Verdict verdict, Measurement champion, Measurement candidate) {

    /** @param outcome {@code promoted}, {@code rejected} or {@code inconclusive} */
    public record Verdict(int version, int champion, String outcome, String at, List<Finding> findings) {

        public Verdict {
            findings = findings == null ? List.of() : List.copyOf(findings);
        }

        public boolean isPromotion() {
            return "promoted".equals(outcome);
        }
    }

    public record Finding(String rule, double measured, double bound, boolean passed, String explanation) {}

    /** @param millisPerImage null where it was not measured */
    public record Measurement(int version, int images, int correct, Double millisPerImage) {

        public double percent() {
            return images == 0 ? 0 : 100.0 * correct / images;
        }
    }
}

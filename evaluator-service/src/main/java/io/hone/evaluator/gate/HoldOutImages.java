package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;

/** Demands enough hold-out images to tell at all; until then the verdict waits for more labels. */
record HoldOutImages(int minimum) implements Rule {

    static final String NAME = "hold-out-images";

    @Override
    public Finding check(Evidence evidence) {
        return check(evidence.images());
    }

    Finding check(int images) {
        boolean enough = images >= minimum;
        return new Finding(
                NAME,
                images,
                minimum,
                enough,
                "The hold-out has %s; at least %d are needed to tell%s."
                        .formatted(
                                Words.count(images, "image"),
                                minimum,
                                enough ? "" : ", so the verdict waits for more"));
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.INCONCLUSIVE;
    }
}

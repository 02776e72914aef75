package io.hone.evaluator.promotion;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;

/** Demands enough hold-out images to tell at all; until then the verdict waits for more labels. */
record EnoughHoldOut(int minimum) implements Rule {

    static final String NAME = "minimum-hold-out";

    @Override
    public Finding check(Comparison comparison) {
        int images = comparison.holdOut().images();
        return new Finding(
                NAME,
                images,
                minimum,
                images >= minimum,
                "The hold-out has %d images, at least %d are needed to tell.".formatted(images, minimum));
    }

    @Override
    public Outcome whenUnmet() {
        return Outcome.INCONCLUSIVE;
    }
}

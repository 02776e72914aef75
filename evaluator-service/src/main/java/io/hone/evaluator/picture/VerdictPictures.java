package io.hone.evaluator.picture;

import io.hone.contracts.verdict.Evaluation;
import io.hone.registry.ModelRegistry;

/** Leaves the pictures of an evaluation beside it. */
public final class VerdictPictures {

    private final ModelRegistry registry;

    public VerdictPictures(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Over those of an earlier look at the same version. */
    public void draw(Evaluation evaluation) {
        for (Picture picture : Picture.values()) {
            picture.svg(evaluation).ifPresent(svg -> registry.evaluations().draw(evaluation, picture.fileName(), svg));
        }
    }
}

package io.hone.evaluator.promotion;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.PairedOutcomes;

/** Comparisons as tests need them: version 1 is champion by the chain's first entry. */
public final class Comparisons {

    public static final ModelName MODEL = new ModelName("plants");

    private static final Classes CLASSES = Classes.of("cat", "dog");

    private Comparisons() {}

    /** The candidate is better. */
    static Comparison of(Classes champion, Classes candidate) {
        return comparison(MODEL, 2, 200, 160, 170, champion, candidate);
    }

    public static Comparison of(int images, int championCorrect, int candidateCorrect) {
        return of(MODEL, 2, images, championCorrect, candidateCorrect);
    }

    static Comparison of(ModelName model, int candidate, int images, int championCorrect, int candidateCorrect) {
        return comparison(model, candidate, images, championCorrect, candidateCorrect, CLASSES, CLASSES);
    }

    private static Comparison comparison(
            ModelName model,
            int candidate,
            int images,
            int championCorrect,
            int candidateCorrect,
            Classes championClasses,
            Classes candidateClasses) {
        int both = Math.min(championCorrect, candidateCorrect);
        PairedOutcomes paired = new PairedOutcomes(
                both,
                championCorrect - both,
                candidateCorrect - both,
                images - Math.max(championCorrect, candidateCorrect));
        return new Comparison(
                model,
                1,
                new HoldOutSnapshot(700, images, Sha256.of("images")),
                championClasses,
                candidateClasses,
                new Measurement(1, images, championCorrect, 0.5),
                new Measurement(candidate, images, candidateCorrect, 0.5),
                paired);
    }
}

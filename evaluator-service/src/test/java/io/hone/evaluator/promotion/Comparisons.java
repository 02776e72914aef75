package io.hone.evaluator.promotion;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.PairedOutcomes;

/** Comparisons as tests need them: version 1 is champion by the chain's first entry. */
public final class Comparisons {

    public static final ModelName MODEL = new ModelName("plants");

    private Comparisons() {}

    public static Comparison of(int images, int championCorrect, int candidateCorrect) {
        return of(MODEL, 2, images, championCorrect, candidateCorrect);
    }

    static Comparison of(ModelName model, int candidate, int images, int championCorrect, int candidateCorrect) {
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
                new Measurement(1, images, championCorrect, 0.5),
                new Measurement(candidate, images, candidateCorrect, 0.5),
                paired);
    }
}

package io.hone.evaluator.promotion;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Interval;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import java.util.List;
import java.util.Optional;

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
                paired,
                report(candidate, paired));
    }

    /** With nothing in it but the pairs, as one class. */
    static Report report(int candidate, PairedOutcomes paired) {
        return new Report(
                performance(1),
                performance(candidate),
                List.of(new ClassPair("cat", true, paired)),
                List.of(),
                PairedOutcomes.NONE,
                Optional.empty(),
                Hygiene.CLEAN);
    }

    private static Performance performance(int version) {
        return new Performance(
                version,
                new Interval(0, 1),
                0,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                new Calibration(0, List.of()),
                Optional.empty());
    }
}

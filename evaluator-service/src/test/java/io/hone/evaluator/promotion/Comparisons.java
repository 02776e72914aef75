package io.hone.evaluator.promotion;

import io.hone.contracts.Sha256;
import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.contracts.policy.Policy;
import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.HoldOutSnapshot;
import io.hone.contracts.verdict.Measurement;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.gate.Evidence;
import io.hone.evaluator.gate.EvidenceBuilder;
import io.hone.evaluator.gate.Gate;
import io.hone.evaluator.gate.Past;
import io.hone.evaluator.gate.account.AlphaAccount;
import java.time.Instant;
import java.util.Optional;

/** Comparisons as tests need them: version 1 is champion by the chain's first entry. */
public final class Comparisons {

    public static final ModelName MODEL = new ModelName("plants");

    private static final Classes CLASSES = Classes.of("cat", "dog");

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
                CLASSES,
                CLASSES,
                new Measurement(1, images, championCorrect, 0.5),
                new Measurement(candidate, images, candidateCorrect, 0.5),
                paired,
                new EvidenceBuilder()
                        .known("cat", paired.both(), paired.onlyChampion(), paired.onlyCandidate(), paired.neither())
                        .candidate(candidate)
                        .report(),
                Optional.empty());
    }

    /** As the default policy has it. */
    static Evaluation judged(Comparison comparison, Instant at) {
        Evidence evidence =
                new Evidence(comparison.model(), CLASSES, CLASSES, comparison.paired(), comparison.report());
        Past past = new Past(AlphaAccount.empty(Policy.DEFAULT.alpha()), 0, Optional.empty());
        return comparison.withVerdict(new Gate(Policy.DEFAULT).judge(evidence, past, at));
    }
}

package io.hone.bench.gate;

import io.hone.contracts.verdict.Outcome;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.evaluator.gate.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/** What is done elsewhere: one look, and nothing of it is remembered. */
record PlainReferee(Predicate<PairedOutcomes> better) implements Referee {

    private static final BinomialTest MORE = BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** The higher accuracy wins. */
    static PlainReferee accuracy() {
        return new PlainReferee(paired -> paired.candidateCorrect() > paired.championCorrect());
    }

    /** The exact McNemar test, as strict each time. */
    static PlainReferee paired(double level) {
        return new PlainReferee(paired -> {
            int differing = paired.onlyChampion() + paired.onlyCandidate();
            return differing > 0
                    && MORE.test(differing, paired.onlyCandidate(), 0.5).getPValue() <= level;
        });
    }

    /** The two-proportion z-test, as if the two had seen different images. */
    static PlainReferee unpaired(double level) {
        double needed = NORMAL.inverseSurvivalProbability(level);
        return new PlainReferee(paired -> {
            double images = paired.images();
            double pooled = (paired.championCorrect() + paired.candidateCorrect()) / (2 * images);
            double error = Math.sqrt(2 * pooled * (1 - pooled) / images);
            return (paired.candidateCorrect() - paired.championCorrect()) / images >= needed * error;
        });
    }

    @Override
    public Outcome judge(Evidence evidence, int candidate, Instant at) {
        return better.test(evidence.paired()) ? Outcome.PROMOTED : Outcome.REJECTED;
    }

    @Override
    public int retryImages(int images) {
        return Integer.MAX_VALUE;
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }
}

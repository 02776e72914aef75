package io.hone.evaluator.gate;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Latency;
import io.hone.contracts.verdict.Outcome;
import java.util.Optional;

/**
 * Demands that the candidate is not much slower than the champion, measured by the mean: single slow passes are more often
 * the machine's doing.
 * Differences that no caller over a network would notice count for nothing, for with small networks they are chance.
 *
 * @param factor how many times as long it may take
 */
record LatencyKept(double factor) implements Rule {

    static final String NAME = "latency";

    private static final double UNNOTICED_MILLIS = 1;

    @Override
    public Finding check(Evidence evidence) {
        Optional<Latency> champion = evidence.report().champion().latency();
        Optional<Latency> candidate = evidence.report().candidate().latency();
        if (champion.isEmpty() || candidate.isEmpty() || champion.get().meanMillis() == 0) {
            return new Finding(NAME, 1, factor, true, "How long the versions take for an image was not measured.");
        }
        double before = champion.get().meanMillis();
        double now = candidate.get().meanMillis();
        return new Finding(
                NAME,
                now / before,
                factor,
                now <= factor * before || now - before <= UNNOTICED_MILLIS,
                "An image takes the candidate %s ms, the champion %s ms; %s times as long, or a millisecond more, is allowed."
                        .formatted(Words.decimal(now), Words.decimal(before), Words.plain(factor)));
    }

    @Override
    public Outcome whenUnmet(Evidence evidence) {
        return Outcome.REJECTED;
    }
}

package io.hone.bench.gate;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Outcome;
import java.time.Instant;
import java.util.Optional;

/** Many candidates of the same true gain, each with a model, a hold-out and a referee of its own. */
record Trials(int repeats, long seed) {

    private static final double DIFFERING = 0.1;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CANDIDATE = 2;
    private static final int FEWER = 5;

    interface Referees {
        Referee next();
    }

    Trials {
        Checks.atLeast("repeats", repeats, 1);
    }

    /** Where many sizes are tried. */
    Trials fewer() {
        return new Trials(Math.max(20, repeats / FEWER), seed);
    }

    /**
     * @param images at the first look
     * @param looks at most; between two the hold-out grows by as much as the referee wants
     * @return share of candidates promoted
     */
    double promoted(double gain, int images, int looks, Referees referees) {
        int promoted = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            promoted += isPromoted(gain, images, looks, referees.next(), Dice.seed(seed, repeat)) ? 1 : 0;
        }
        return promoted / (double) repeats;
    }

    private static boolean isPromoted(double gain, int images, int looks, Referee referee, long seed) {
        SimulatedImages holdOut = new SimulatedImages(Dice.seed(seed, 0), images, Bursts.NONE);
        SimulatedVersion champion = SimulatedVersion.base(Dice.seed(seed, 1));
        SimulatedVersion candidate = champion.candidate(CANDIDATE, Dice.seed(seed, 2), DIFFERING, gain);
        Outcome outcome = Outcome.INCONCLUSIVE;
        for (int look = 1; look <= looks && outcome == Outcome.INCONCLUSIVE; look++) {
            outcome =
                    referee.judge(SimulatedEvidence.of(holdOut, champion, candidate, Optional.empty()), CANDIDATE, NOW);
            if (outcome == Outcome.INCONCLUSIVE) {
                holdOut.growTo(referee.retryImages(holdOut.count()));
            }
        }
        return outcome == Outcome.PROMOTED;
    }
}

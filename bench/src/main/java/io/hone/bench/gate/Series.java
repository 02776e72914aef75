package io.hone.bench.gate;

import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Outcome;
import io.hone.evaluator.gate.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One model over the time of many candidates, one a day, each trained from who is champion then. The hold-out grows a little
 * before each; all candidates are held against the images that there are, so that the champion's luck on them is the same
 * for all.
 */
final class Series {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final double NO_BETTER = 1e-9;

    /** @param since when it was judged first */
    private record Waiting(SimulatedVersion version, Instant since, int images) {}

    private final Plan plan;
    private final Referee referee;
    private final long seed;
    private final SimulatedImages images;
    private final List<SimulatedVersion> champions = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Promotions promotions = Promotions.NONE;

    Series(Plan plan, Referee referee, long seed) {
        this.plan = plan;
        this.referee = referee;
        this.seed = seed;
        this.images = new SimulatedImages(Dice.seed(seed, 0), plan.images(), plan.bursts());
        this.champions.add(SimulatedVersion.base(Dice.seed(seed, 1), plan.toLearn()));
    }

    Promotions run() {
        for (int day = 0; day < plan.candidates(); day++) {
            Instant now = BEGIN.plus(Duration.ofDays(day));
            images.growTo(plan.images() + day * plan.growth());
            lookAgain(now);
            double gain = plan.gainOf(day);
            promotions = promotions.candidate(gain > 0);
            int version = day + 2;
            judge(
                    champion().candidate(version, Dice.seed(seed, version), plan.differing(), gain),
                    now,
                    Optional.empty());
        }
        return promotions;
    }

    private void lookAgain(Instant now) {
        for (Waiting each : List.copyOf(waiting)) {
            boolean aged = !now.isBefore(each.since.plus(referee.patience()));
            if (images.count() >= referee.retryImages(each.images) || aged) {
                waiting.remove(each);
                judge(each.version, now, Optional.of(each));
            }
        }
    }

    private void judge(SimulatedVersion candidate, Instant now, Optional<Waiting> before) {
        Evidence evidence = SimulatedEvidence.of(images, champion(), candidate, best(candidate));
        Outcome outcome = referee.judge(evidence, candidate.number(), now);
        if (outcome == Outcome.PROMOTED) {
            // The champion may have become better while the candidate waited.
            promotions = promotions.promotion(candidate.gainOver(champion()) > NO_BETTER);
            champions.add(candidate);
        } else if (outcome == Outcome.INCONCLUSIVE) {
            waiting.add(new Waiting(candidate, before.map(Waiting::since).orElse(now), images.count()));
        }
    }

    private SimulatedVersion champion() {
        return champions.get(champions.size() - 1);
    }

    private Optional<BestSoFar> best(SimulatedVersion candidate) {
        SimulatedVersion best = champions.stream()
                .max(Comparator.comparingInt(version -> version.correct(images)))
                .orElseThrow();
        return best == champion()
                ? Optional.empty()
                : Optional.of(new BestSoFar(best.number(), SimulatedEvidence.paired(images, best, candidate)));
    }
}

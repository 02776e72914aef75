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
    private static final int PATIENCE_DAYS = 30;

    /**
     * @param images at the beginning
     * @param growth images before each candidate
     * @param differing share of the images that a candidate judges otherwise than its champion
     * @param gain of every candidate over its champion, in truth
     */
    record Plan(int candidates, int images, int growth, double differing, double gain) {}

    private record Waiting(SimulatedVersion version, int day, int images) {}

    private final Plan plan;
    private final Referee referee;
    private final long seed;
    private final SimulatedImages images;
    private final List<SimulatedVersion> champions = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int promoted;

    Series(Plan plan, Referee referee, long seed) {
        this.plan = plan;
        this.referee = referee;
        this.seed = seed;
        this.images = new SimulatedImages(Dice.seed(seed, 0), plan.images);
        this.champions.add(SimulatedVersion.base(Dice.seed(seed, 1)));
    }

    /** @return how many were promoted */
    int run() {
        for (int day = 0; day < plan.candidates; day++) {
            images.growTo(plan.images + day * plan.growth);
            lookAgain(day);
            int version = day + 2;
            judge(
                    champion().candidate(version, Dice.seed(seed, version), plan.differing, plan.gain),
                    day,
                    Optional.empty());
        }
        return promoted;
    }

    private void lookAgain(int day) {
        for (Waiting each : List.copyOf(waiting)) {
            if (images.count() >= referee.retryImages(each.images) || day >= each.day + PATIENCE_DAYS) {
                waiting.remove(each);
                judge(each.version, day, Optional.of(each));
            }
        }
    }

    private void judge(SimulatedVersion candidate, int day, Optional<Waiting> before) {
        Evidence evidence = SimulatedEvidence.of(images, champion(), candidate, best(candidate));
        Outcome outcome = referee.judge(evidence, candidate.number(), BEGIN.plus(Duration.ofDays(day)));
        if (outcome == Outcome.PROMOTED) {
            promoted++;
            champions.add(candidate);
        } else if (outcome == Outcome.INCONCLUSIVE) {
            waiting.add(new Waiting(candidate, before.map(Waiting::day).orElse(day), images.count()));
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

package io.hone.evaluator.evaluation;

import io.hone.evaluator.promotion.UnusableChampion;
import java.util.Optional;

/**
 * Whom a candidate is compared with, loaded.
 *
 * @param unusable absent if it is the champion itself
 */
record Opponent(Examinee examinee, Optional<UnusableChampion> unusable) implements AutoCloseable {

    /**
     * The champion; the best one before it where it is missing or broken.
     *
     * @throws UnusableChampionException if none of them can be loaded
     * @throws EngineFailedException if nobody can say now whether they can
     */
    static Opponent of(Lineup lineup, VersionLoader loader, EarlierChampions earlier) {
        if (lineup.champion().isEmpty()) {
            return standIn(lineup, loader, earlier, "its manifest is gone");
        }
        Examinee champion = new Examinee(lineup.champion().get(), loader);
        try {
            // Also where all its answers are kept: one that is broken must be told of.
            champion.load();
            return new Opponent(champion, Optional.empty());
        } catch (BrokenVersionException e) {
            return standIn(lineup, loader, earlier, e.getMessage());
        }
    }

    private static Opponent standIn(Lineup lineup, VersionLoader loader, EarlierChampions earlier, String reason) {
        Examinee best = earlier.best()
                .map(version -> new Examinee(version, loader))
                .orElseThrow(() -> new UnusableChampionException(lineup.head(), reason));
        best.load();
        return new Opponent(best, Optional.of(new UnusableChampion(lineup.head().version(), reason)));
    }

    @Override
    public void close() {
        examinee.close();
    }
}

package io.hone.evaluator.evaluation;

import io.hone.registry.ModelRegistry;
import io.hone.registry.champion.ChampionEntry;
import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.UnusableModelException;

/**
 * Loads the champion, and tells one that is missing or broken from a bucket that is away for now, which is simply tried
 * again.
 */
final class UsableChampion implements VersionLoader {

    private final ChampionEntry champion;
    private final VersionLoader loader;

    UsableChampion(ChampionEntry champion, VersionLoader loader) {
        this.champion = champion;
        this.loader = loader;
    }

    /** @throws UnusableChampionException if its manifest is gone */
    static Manifest manifest(ModelRegistry registry, ChampionEntry champion) {
        return registry.versions()
                .find(champion.model(), champion.version())
                .orElseThrow(() -> new UnusableChampionException(champion, "its manifest is gone", null));
    }

    /** @throws UnusableChampionException if its weights are gone, changed, or no network that runs */
    @Override
    public Classifier load(Manifest manifest) {
        try {
            return loader.load(manifest);
        } catch (CorruptVersionException | UnusableModelException e) {
            throw new UnusableChampionException(champion, e.getMessage(), e);
        }
    }

    @Override
    public void forget(Manifest manifest) {
        loader.forget(manifest);
    }
}

package io.hone.evaluator.evaluation;

import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.UnusableModelException;
import java.util.List;

/**
 * Loads versions, and tells a broken one from an engine that fails for now. A version is broken only when it fails every
 * time it is tried, while after each failure the same engine loads another version.
 */
final class CarefulLoader implements VersionLoader {

    static final int TRIES = 3;

    /** More of them would say no more about the engine. */
    private static final int MOST_OTHERS = 4;

    private final VersionLoader loader;
    private final List<Manifest> others;

    /** @param others that should load, the best known first; the version that is loaded may be one of them */
    CarefulLoader(VersionLoader loader, List<Manifest> others) {
        this.loader = loader;
        this.others = List.copyOf(others);
    }

    /**
     * @throws BrokenVersionException if its files are gone or changed, or are no network that the engine can run
     * @throws EngineFailedException if nobody can say whether the file or the engine is to blame
     */
    @Override
    public Classifier load(Manifest manifest) {
        for (int left = TRIES - 1; ; left--) {
            Interruption.check();
            try {
                return loader.load(manifest);
            } catch (CorruptVersionException e) {
                giveUpUnless(left > 0, manifest, e);
            } catch (UnusableModelException e) {
                requireEngine(manifest, e);
                giveUpUnless(left > 0, manifest, e);
            }
        }
    }

    private static void giveUpUnless(boolean again, Manifest manifest, RuntimeException failure) {
        if (!again) {
            throw new BrokenVersionException(manifest, failure);
        }
    }

    private void requireEngine(Manifest suspect, UnusableModelException failure) {
        boolean works = !failure.mayPass()
                && others.stream()
                        .filter(other -> !other.sha256().equals(suspect.sha256()))
                        .limit(MOST_OTHERS)
                        .anyMatch(this::loads);
        if (!works) {
            throw new EngineFailedException(suspect, failure);
        }
    }

    private boolean loads(Manifest other) {
        try (Classifier loaded = loader.load(other)) {
            return loaded != null;
        } catch (CorruptVersionException | UnusableModelException e) {
            return false;
        }
    }

    @Override
    public void forget(Manifest manifest) {
        loader.forget(manifest);
    }

    @Override
    public String engine() {
        return loader.engine();
    }
}

package io.hone.evaluator.drift;

import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.UnusableModelException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Networks that are asked again and again, of all models. Not for several threads. */
final class LoadedVersions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedVersions.class);

    /** A champion and the one before it, of two models; each holds native memory. */
    static final int KEPT = 4;

    private final Function<Manifest, Classifier> loader;
    private final Duration retryAfter;
    private final InstantSource clock;
    /** The longest unused first. */
    private final Map<Manifest, Classifier> loaded = new LinkedHashMap<>(KEPT, 0.75f, true);

    private final Map<Manifest, Broken> broken = new HashMap<>();

    private record Broken(UnaskableVersionException why, Instant until) {}

    /** @param retryAfter pause before a broken version is brought here again: it may be large */
    LoadedVersions(Function<Manifest, Classifier> loader, Duration retryAfter, InstantSource clock) {
        this.loader = loader;
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    /**
     * What is got here is closed here, when others are asked for.
     *
     * @throws UnaskableVersionException if the version is broken, or was a moment ago
     */
    Classifier of(Manifest version) {
        Classifier known = loaded.get(version);
        if (known != null) {
            return known;
        }
        Broken before = broken.get(version);
        if (before != null && clock.instant().isBefore(before.until())) {
            throw before.why();
        }
        Classifier fresh = load(version);
        loaded.put(version, fresh);
        closeWhatIsTooMuch();
        return fresh;
    }

    private Classifier load(Manifest version) {
        try {
            Classifier fresh = loader.apply(version);
            if (broken.remove(version) != null) {
                LOG.info("can be asked again: model={} version={}", version.model(), version.version());
            }
            return fresh;
        } catch (UnusableModelException | CorruptVersionException e) {
            String why = "version %d of '%s' cannot be asked: %s"
                    .formatted(version.version(), version.model(), e.getMessage());
            UnaskableVersionException unaskable = new UnaskableVersionException(why, e);
            if (broken.put(version, new Broken(unaskable, clock.instant().plus(retryAfter))) == null) {
                LOG.error(
                        "mend it, or move the champion; tried again each {}: model={} version={}: {}",
                        retryAfter,
                        version.model(),
                        version.version(),
                        why,
                        e);
            }
            throw unaskable;
        }
    }

    private void closeWhatIsTooMuch() {
        Iterator<Classifier> oldest = loaded.values().iterator();
        while (loaded.size() > KEPT) {
            oldest.next().close();
            oldest.remove();
        }
    }

    @Override
    public void close() {
        loaded.values().forEach(Classifier::close);
        loaded.clear();
    }
}

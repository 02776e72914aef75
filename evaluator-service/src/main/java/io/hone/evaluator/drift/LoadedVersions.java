package io.hone.evaluator.drift;

import io.hone.registry.version.CorruptVersionException;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.Classifier;
import io.hone.vision.classifier.UnusableModelException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Networks that are asked again and again, of all models. Not for several threads. */
final class LoadedVersions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedVersions.class);

    /** A champion and the one before it, of two models; each holds native memory. */
    private static final int KEPT = 4;

    private final Function<Manifest, Classifier> loader;
    /** The longest unused first. */
    private final Map<Manifest, Classifier> loaded = new LinkedHashMap<>(KEPT, 0.75f, true);

    LoadedVersions(Function<Manifest, Classifier> loader) {
        this.loader = loader;
    }

    /** Empty, and told in the log, if the version is broken. What is got here is closed here. */
    Optional<Classifier> of(Manifest version) {
        Classifier known = loaded.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Classifier fresh = loader.apply(version);
            loaded.put(version, fresh);
            closeWhatIsTooMuch();
            return Optional.of(fresh);
        } catch (UnusableModelException | CorruptVersionException e) {
            LOG.error(
                    "cannot be asked about incoming labels: model={} version={}: {}",
                    version.model(),
                    version.version(),
                    e.getMessage(),
                    e);
            return Optional.empty();
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

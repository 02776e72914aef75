package io.hone.ingest.quarantine;

import io.hone.contracts.model.ModelName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What annotators are called in metrics: of each model so many by their names, so that nobody makes series at will. */
final class Annotators {

    static final int MOST = 50;
    static final String NOBODY = "none";
    static final String OTHER = "other";

    private final Map<ModelName, Set<String>> named = new ConcurrentHashMap<>();

    String name(ModelName model, Optional<String> annotator) {
        return annotator.map(name -> name(model, name)).orElse(NOBODY);
    }

    private String name(ModelName model, String annotator) {
        Set<String> known = named.computeIfAbsent(model, unused -> ConcurrentHashMap.newKeySet());
        synchronized (known) {
            if (known.size() < MOST) {
                known.add(annotator);
            }
            return known.contains(annotator) ? annotator : OTHER;
        }
    }
}

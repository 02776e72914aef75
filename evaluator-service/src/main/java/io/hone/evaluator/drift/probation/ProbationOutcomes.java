package io.hone.evaluator.drift.probation;

import io.hone.contracts.Json;
import io.hone.contracts.ObjectKeys;
import io.hone.contracts.model.ModelName;
import io.hone.registry.store.ObjectStore;
import java.util.Optional;

/**
 * How probations ended, in the bucket: whoever loses the disk, or takes a model over from another evaluator, does not put
 * the same champion on probation again.
 */
public final class ProbationOutcomes {

    private final ObjectStore models;

    public ProbationOutcomes(ObjectStore models) {
        this.models = models;
    }

    /** @param sequence the entry of the champion chain that began the probation */
    public Optional<Probation> find(ModelName model, long sequence) {
        return models.read(key(model, sequence)).map(bytes -> Json.read(bytes, Probation.class));
    }

    /** The first that is kept holds. */
    public void keep(ModelName model, Probation over) {
        models.createIfAbsent(key(model, over.sequence()), Json.writePretty(over), "application/json");
    }

    private static String key(ModelName model, long sequence) {
        return ObjectKeys.MODELS_PREFIX + model + "/probations/%012d.json".formatted(sequence);
    }
}

package io.hone.trainer.run;

import io.hone.contracts.model.Classes;
import io.hone.contracts.model.ModelName;
import io.hone.registry.ModelRegistry;
import io.hone.trainer.plan.Growth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Images in the store whose labels are no classes of their model yet. */
public final class WaitingImages {

    /** The bucket is not asked for the champion's classes each time somebody looks at the metrics. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(15);

    private final FedModels models;
    private final ModelRegistry registry;
    private final InstantSource clock;
    private final Map<ModelName, Known> known = new ConcurrentHashMap<>();

    public WaitingImages(FedModels models, ModelRegistry registry, InstantSource clock) {
        this.models = models;
        this.registry = registry;
        this.clock = clock;
    }

    private record Known(Classes classes, Instant until) {}

    /** @throws NotFedHereException if the model is not this process's */
    public int count(ModelName model) {
        return Growth.waiting(classes(model), models.store(model).countByLabel());
    }

    private Classes classes(ModelName model) {
        return known.compute(
                        model,
                        (name, before) -> before != null && clock.instant().isBefore(before.until())
                                ? before
                                : new Known(
                                        registry.championManifest(name).classes(),
                                        clock.instant().plus(KNOWN_FOR)))
                .classes();
    }
}

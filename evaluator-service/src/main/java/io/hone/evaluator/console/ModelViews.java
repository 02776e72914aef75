package io.hone.evaluator.console;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.model.ModelSettings;
import io.hone.evaluator.holdout.HoldOuts;
import io.hone.registry.ModelRegistry;
import io.hone.registry.UnknownModelException;
import io.hone.vision.store.ImageStore;
import java.util.List;

/** Puts together what registry and hold-out know. */
public final class ModelViews {

    private final ModelRegistry registry;
    private final HoldOuts holdOuts;

    public ModelViews(ModelRegistry registry, HoldOuts holdOuts) {
        this.registry = registry;
        this.holdOuts = holdOuts;
    }

    public List<ModelView> all() {
        return registry.models().stream().map(this::of).toList();
    }

    /** @throws UnknownModelException if it is not registered */
    public ModelView of(ModelName model) {
        ModelSettings settings = registry.settings(model);
        return new ModelView(
                model,
                settings.holdOutFraction(),
                settings.registeredAt(),
                registry.champion(model),
                registry.versions().count(model),
                holdOuts.of(model).map(ImageStore::count));
    }
}

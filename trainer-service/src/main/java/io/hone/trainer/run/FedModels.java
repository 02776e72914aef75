package io.hone.trainer.run;

import io.hone.contracts.model.ModelName;
import io.hone.feed.FeedListener;
import io.hone.vision.store.ImageStore;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models whose images this process reads, with their stores; a run leaves a store before it is closed. */
public final class FedModels implements FeedListener<ImageStore> {

    private static final Logger LOG = LoggerFactory.getLogger(FedModels.class);

    /** Longer than a step takes; the broker waits for as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<ModelName, ImageStore> stores = new ConcurrentHashMap<>();
    private final RunSlot slot = new RunSlot();
    private volatile Consumer<ModelName> onAssigned = model -> {};

    /** @param told of each model that becomes this process's from now on */
    public void whenAssigned(Consumer<ModelName> told) {
        onAssigned = told;
    }

    RunSlot slot() {
        return slot;
    }

    public Set<ModelName> names() {
        return new TreeSet<>(stores.keySet());
    }

    /** @throws NotFedHereException if the model is not this process's */
    public ImageStore store(ModelName model) {
        ImageStore store = stores.get(model);
        if (store == null) {
            throw new NotFedHereException(model);
        }
        return store;
    }

    /** Whether this is still the store of a model of this process's. */
    boolean has(ModelName model, ImageStore store) {
        return stores.get(model) == store;
    }

    @Override
    public void assigned(ModelName model, ImageStore store) {
        stores.put(model, store);
        onAssigned.accept(model);
    }

    @Override
    public void applied(ModelName model, ImageStore store) {
        // Runs look at the stores from time to time.
    }

    @Override
    public void revoked(ModelName model) {
        stores.remove(model);
        slot.current().filter(taken -> taken.model().equals(model)).ifPresent(taken -> {
            if (!taken.cancel(PATIENCE)) {
                LOG.warn("Run of model={} has not stopped within {}", model, PATIENCE);
            }
        });
    }
}

package io.hone.evaluator.holdout;

import io.hone.contracts.model.ModelName;
import io.hone.feed.FeedListener;
import io.hone.vision.store.ImageStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hold-outs of the models that are this evaluator's now, as the feed fills them. */
public final class HoldOuts implements FeedListener<ImageStore> {

    /** Told by the feed's thread; must return soon. */
    public interface Observer {

        /** A model's hold-out has become this evaluator's, or records were applied to it. */
        void changed(ModelName model, ImageStore holdOut);
    }

    private final Map<ModelName, ImageStore> stores = new ConcurrentHashMap<>();
    private final List<Observer> observers = new CopyOnWriteArrayList<>();

    public void observe(Observer observer) {
        observers.add(observer);
    }

    public Set<ModelName> models() {
        return Set.copyOf(stores.keySet());
    }

    /** Empty while the model is not this evaluator's. */
    public Optional<ImageStore> of(ModelName model) {
        return Optional.ofNullable(stores.get(model));
    }

    @Override
    public void assigned(ModelName model, ImageStore store) {
        stores.put(model, store);
        applied(model, store);
    }

    @Override
    public void applied(ModelName model, ImageStore store) {
        observers.forEach(observer -> observer.changed(model, store));
    }

    @Override
    public void revoked(ModelName model) {
        stores.remove(model);
    }
}

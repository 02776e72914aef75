package io.hone.evaluator.promotion;

import io.hone.evaluator.ForwardingStore;
import io.hone.registry.store.ObjectStore;

/** A bucket whose user dies just before, or just after, an object is created. */
public final class DyingStore extends ForwardingStore {

    public static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String fatalKey;
    private final boolean afterwards;

    public DyingStore(ObjectStore store, String fatalKey, boolean afterwards) {
        super(store);
        this.fatalKey = fatalKey;
        this.afterwards = afterwards;
    }

    @Override
    public boolean createIfAbsent(String key, byte[] content, String contentType) {
        if (key.equals(fatalKey) && !afterwards) {
            throw new Death();
        }
        boolean created = super.createIfAbsent(key, content, contentType);
        if (key.equals(fatalKey)) {
            throw new Death();
        }
        return created;
    }
}

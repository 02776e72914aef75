package io.hone.evaluator.registration;

import io.hone.evaluator.ForwardingStore;
import io.hone.registry.store.ObjectStore;

/** A bucket in which somebody else does something just before an object is created. */
final class OvertakenStore extends ForwardingStore {

    private final String key;
    private final Runnable before;

    OvertakenStore(ObjectStore store, String key, Runnable before) {
        super(store);
        this.key = key;
        this.before = before;
    }

    @Override
    public boolean createIfAbsent(String created, byte[] content, String contentType) {
        if (created.equals(key)) {
            before.run();
        }
        return super.createIfAbsent(created, content, contentType);
    }
}

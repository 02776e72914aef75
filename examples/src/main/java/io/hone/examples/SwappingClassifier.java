package io.hone.examples;

import ai.djl.modality.Classifications;
import ai.djl.modality.cv.Image;
import ai.djl.translate.TranslateException;
import java.util.concurrent.atomic.AtomicReference;

/** Answers with the model of the moment, from any number of threads; a swap makes no request wait and none fail. */
public final class SwappingClassifier implements AutoCloseable {

    private final AtomicReference<LoadedModel> current;

    public SwappingClassifier(LoadedModel first) {
        this.current = new AtomicReference<>(first);
    }

    public int version() {
        return open(current.get()).version();
    }

    public Classifications classify(Image image) throws TranslateException {
        LoadedModel model = held();
        try {
            return model.predict(image);
        } finally {
            model.release();
        }
    }

    /**
     * The model before goes on with the requests it has, and closes after the last of them.
     *
     * @throws IllegalStateException if nobody is answered any more; then {@code next} is closed
     */
    public void swap(LoadedModel next) {
        LoadedModel before = current.get();
        while (before != null && !current.compareAndSet(before, next)) {
            before = current.get();
        }
        (before == null ? next : before).release();
        open(before);
    }

    /** Between looking and holding another may have taken its place: then that one is asked. */
    private LoadedModel held() {
        LoadedModel model = open(current.get());
        while (!model.hold()) {
            model = open(current.get());
        }
        return model;
    }

    private static LoadedModel open(LoadedModel model) {
        if (model == null) {
            throw new IllegalStateException("the classifier is closed");
        }
        return model;
    }

    @Override
    public void close() {
        LoadedModel last = current.getAndSet(null);
        if (last != null) {
            last.release();
        }
    }
}

package io.hone.examples;

import ai.djl.ModelException;
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.DeferredTranslatorFactory;
import ai.djl.translate.TranslateException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A version that answers. It is held by whoever swaps models and by each request under way, and closes with the last of
 * them: native memory is freed as soon as nobody needs it, and never before.
 */
public final class LoadedModel {

    private final int version;
    private final ZooModel<Image, Classifications> model;

    /** One serves one thread at a time; who is done with one leaves it to the next. */
    private final Queue<Predictor<Image, Classifications>> idle = new ConcurrentLinkedQueue<>();

    private final AtomicInteger holders = new AtomicInteger(1);

    private LoadedModel(int version, ZooModel<Image, Classifications> model) {
        this.version = version;
        this.model = model;
    }

    /**
     * Held once, by the caller.
     *
     * @param folder with {@code model.pt}, {@code synset.txt} and {@code serving.properties}; not needed any more
     *     afterwards
     */
    public static LoadedModel load(int version, Path folder) throws IOException {
        try {
            LoadedModel loaded = new LoadedModel(
                    version,
                    Criteria.builder()
                            .setTypes(Image.class, Classifications.class)
                            .optModelPath(folder)
                            .optTranslatorFactory(new DeferredTranslatorFactory())
                            .build()
                            .loadModel());
            loaded.warmUp();
            return loaded;
        } catch (ModelException e) {
            throw new IOException("version %d cannot be loaded: %s".formatted(version, e.getMessage()), e);
        }
    }

    /** The first answers of a network are slow: they are not a request's. */
    private void warmUp() throws IOException {
        try {
            Image blank = ImageFactory.getInstance().fromImage(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
            predict(blank);
            predict(blank);
        } catch (TranslateException | RuntimeException | Error e) {
            release();
            throw new IOException("version %d does not answer: %s".formatted(version, e.getMessage()), e);
        }
    }

    public int version() {
        return version;
    }

    /** @return false when it is closed already, and another must be asked; otherwise it is held until {@link #release} */
    boolean hold() {
        int now = holders.get();
        while (now > 0) {
            if (holders.compareAndSet(now, now + 1)) {
                return true;
            }
            now = holders.get();
        }
        return false;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            idle.forEach(Predictor::close);
            model.close();
        }
    }

    boolean isClosed() {
        return holders.get() == 0;
    }

    /** Only for whoever holds it. */
    Classifications predict(Image image) throws TranslateException {
        Predictor<Image, Classifications> left = idle.poll();
        Predictor<Image, Classifications> predictor = left == null ? model.newPredictor() : left;
        try {
            return predictor.predict(image);
        } finally {
            idle.add(predictor);
        }
    }
}

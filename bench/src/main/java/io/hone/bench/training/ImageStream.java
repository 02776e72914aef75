package io.hone.bench.training;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.vision.store.ImageStore;
import io.hone.vision.store.StoredImage;
import java.nio.file.Path;

/** What a trainer has read of a topic: images in its store, each with its place in the order of arrival. */
public final class ImageStream implements AutoCloseable {

    private final ImageStore store;

    private ImageStream(ImageStore store) {
        this.store = store;
    }

    /** An empty one, whatever lies there. */
    public static ImageStream empty(Path folder) {
        ImageStore store = ImageStore.open(folder, Cifar.SIZE, Cifar.SIZE);
        store.clear();
        return new ImageStream(store);
    }

    public void send(Examples examples) {
        for (Example example : examples.list()) {
            store.put(new StoredImage(example.id(), example.label(), store.nextOffset()), example.pixels());
        }
    }

    public ImageStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}

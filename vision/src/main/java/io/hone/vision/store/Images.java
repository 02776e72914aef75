package io.hone.vision.store;

import io.hone.contracts.image.ImageId;
import io.hone.images.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What can be asked of the images in one view. */
final class Images {

    private final View view;
    private final int width;
    private final int height;

    Images(View view, int width, int height) {
        this.view = view;
        this.width = width;
        this.height = height;
    }

    Optional<StoredImage> find(ImageId id) {
        return view.get(Keys.image(id)).map(value -> new ValueReader().byImage(id, value));
    }

    Optional<Pixels> pixels(ImageId id) {
        return view.get(Keys.pixels(id)).map(rgb -> new Pixels(width, height, rgb));
    }

    /** One label for each image, without keeping all images in memory. */
    void eachLabel(Consumer<String> label) {
        ValueReader reader = new ValueReader();
        view.scan(
                Keys.ARRIVALS,
                Keys.ARRIVALS,
                (key, value) -> label.accept(reader.byArrival(key, value).label()));
    }

    List<StoredImage> byArrival(long fromOffset) {
        List<StoredImage> images = new ArrayList<>();
        ValueReader reader = new ValueReader();
        view.scan(Keys.ARRIVALS, Keys.arrival(fromOffset), (key, value) -> images.add(reader.byArrival(key, value)));
        return images;
    }

    List<StoredImage> byLabel(String label) {
        List<StoredImage> images = new ArrayList<>();
        ValueReader reader = new ValueReader();
        byte[] prefix = Keys.label(label);
        view.scan(prefix, prefix, (key, value) -> images.add(reader.byLabel(label, key, value)));
        return images;
    }

    int countFrom(long offset) {
        AtomicInteger count = new AtomicInteger();
        view.scan(Keys.ARRIVALS, Keys.arrival(offset), (key, value) -> count.incrementAndGet());
        return count.get();
    }
}

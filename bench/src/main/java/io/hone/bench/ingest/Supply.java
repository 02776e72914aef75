package io.hone.bench.ingest;

import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.bench.look.PixelImages;
import io.hone.bench.service.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Pictures without end and never the same twice, so that ingest knows none of them: some images in turn, each time with
 * another comment. Safe to share between threads.
 */
final class Supply {

    private final String name;
    private final List<Picture> originals;
    private final Stamp stamp;
    private final AtomicLong given = new AtomicLong();

    private Supply(String name, List<Picture> originals, Stamp stamp) {
        this.name = name;
        this.originals = originals;
        this.stamp = stamp;
    }

    static Supply pngs(Examples examples) throws IOException {
        List<Picture> pictures = new ArrayList<>(examples.size());
        for (Example example : examples.list()) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(PixelImages.toImage(example.pixels()), "png", png);
            pictures.add(new Picture(png.toByteArray(), example.label(), Stamp.PNG.contentType()));
        }
        return new Supply("PNGs of 32 × 32 pixels", pictures, Stamp.PNG);
    }

    /** @param seed chooses the images that they show */
    static Supply jpegs(Examples examples, int count, long seed) {
        Mosaics mosaics = new Mosaics(examples, seed);
        return new Supply(
                "JPEGs of %d × %d pixels, each a mosaic of %d images"
                        .formatted(Mosaics.WIDTH, Mosaics.HEIGHT, Mosaics.TILES),
                Stream.generate(mosaics::next).limit(count).toList(),
                Stamp.JPEG);
    }

    String name() {
        return name;
    }

    /** Of a picture, on average. */
    double bytes() {
        return originals.stream()
                .mapToInt(picture -> picture.bytes().length)
                .average()
                .orElseThrow();
    }

    Picture next() {
        long number = given.getAndIncrement();
        Picture original = originals.get((int) (number % originals.size()));
        return new Picture(stamp.on(original.bytes(), number), original.label(), original.contentType());
    }

    Iterator<Picture> next(int count) {
        return Stream.generate(this::next).limit(count).iterator();
    }
}

package io.hone.vision.store;

import static io.hone.vision.store.TestImages.HEIGHT;
import static io.hone.vision.store.TestImages.WIDTH;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A stream in which each record follows from its offset, so that what a store must hold follows from its next offset.
 * Run as a process, it feeds a store until somebody kills it, and prints each offset once applied.
 */
final class EndlessFeed {

    private static final int IMAGES = 40;
    private static final String[] LABELS = {"cat", "dog", "fox"};

    private EndlessFeed() {}

    public static void main(String[] arguments) {
        try (ImageStore store = ImageStore.open(Path.of(arguments[0]), WIDTH, HEIGHT)) {
            for (long offset = store.nextOffset(); ; offset++) {
                apply(offset, store);
                System.out.println(offset);
            }
        }
    }

    private static void apply(long offset, ImageStore store) {
        Random record = new Random(offset);
        int number = record.nextInt(IMAGES);
        switch (record.nextInt(10)) {
            case 0 -> store.skip(offset);
            case 1, 2 -> store.remove(TestImages.id(number), offset);
            default -> store.put(TestImages.image(number, label(record), offset), TestImages.pixels(number));
        }
    }

    /** What a store holds after all records before {@code nextOffset}: number of image to image. */
    static Map<Integer, StoredImage> contents(long nextOffset) {
        Map<Integer, StoredImage> contents = new TreeMap<>();
        for (long offset = 0; offset < nextOffset; offset++) {
            Random record = new Random(offset);
            int number = record.nextInt(IMAGES);
            switch (record.nextInt(10)) {
                case 0 -> {}
                case 1, 2 -> contents.remove(number);
                default -> contents.put(number, TestImages.image(number, label(record), offset));
            }
        }
        return contents;
    }

    private static String label(Random record) {
        return LABELS[record.nextInt(LABELS.length)];
    }
}

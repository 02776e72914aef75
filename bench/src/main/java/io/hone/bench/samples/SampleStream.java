package io.hone.bench.samples;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.bench.look.OtherCamera;
import io.hone.bench.look.PixelImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images that the base was not trained on, as another camera sees them: JPEGs, {@code <class>/<number>.jpg} in a zip. */
final class SampleStream {

    static final List<String> KNOWN = List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "ship");

    static final List<String> NEW = List.of("horse", "truck");

    /** The base is trained on others. */
    static final int BATCH = 5;

    private static final int KNOWN_PER_CLASS = 500;
    private static final int NEW_PER_CLASS = 300;
    private static final float QUALITY = 0.92f;
    private static final FileTime EPOCH = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Cifar cifar;

    SampleStream(Cifar cifar) {
        this.cifar = cifar;
    }

    void write(Path folder) throws IOException {
        Examples examples = cifar.trainingBatch(BATCH);
        write(folder.resolve("stream.zip"), examples, KNOWN, KNOWN_PER_CLASS);
        write(folder.resolve("new-classes.zip"), examples, NEW, NEW_PER_CLASS);
    }

    private static void write(Path file, Examples examples, List<String> classes, int perClass) throws IOException {
        OtherCamera camera = new OtherCamera(7);
        Map<String, Integer> written = new HashMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Example example : examples.list()) {
                String label = example.label();
                int number = written.getOrDefault(label, 0);
                if (classes.contains(label) && number < perClass) {
                    ZipEntry entry = new ZipEntry("%s/%04d.jpg".formatted(label, number));
                    zip.putNextEntry(entry.setLastModifiedTime(EPOCH));
                    writeJpeg(PixelImages.toImage(camera.of(example.pixels())), zip);
                    zip.closeEntry();
                    written.put(label, number + 1);
                }
            }
        }
        System.out.printf("%s: %s, %d bytes%n", file, written, Files.size(file));
    }

    private static void writeJpeg(BufferedImage image, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}

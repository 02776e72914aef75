package io.hone.ingest.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Photographs from the samples, in every type that is accepted. */
final class RealImages {

    private static final Path SAMPLES = Path.of("..", "samples", "stream.zip");
    private static final Path VARIETIES = Path.of("..", "images", "src", "test", "resources", "io", "hone", "images");

    private RealImages() {}

    /** The same ones each time. */
    static List<byte[]> some(int photographs) throws IOException {
        List<byte[]> images = new ArrayList<>();
        try (InputStream file = Files.newInputStream(SAMPLES);
                ZipInputStream zip = new ZipInputStream(file)) {
            ZipEntry entry = zip.getNextEntry();
            while (images.size() < photographs * 5 && entry != null) {
                if (entry.getName().endsWith(".jpg")) {
                    addAllTypes(images, zip.readAllBytes());
                }
                entry = zip.getNextEntry();
            }
        }
        for (String name : List.of(
                "lossy.webp",
                "lossless.webp",
                "animated.webp",
                "animated.gif",
                "cmyk.jpg",
                "oriented-6.jpg",
                "transparent.webp")) {
            images.add(Files.readAllBytes(VARIETIES.resolve(name)));
        }
        return images;
    }

    private static void addAllTypes(List<byte[]> images, byte[] jpeg) throws IOException {
        BufferedImage photograph = ImageIO.read(new ByteArrayInputStream(jpeg));
        images.add(jpeg);
        images.add(progressive(photograph));
        for (String type : List.of("png", "bmp", "gif")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(photograph, type, out);
            images.add(out.toByteArray());
        }
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}

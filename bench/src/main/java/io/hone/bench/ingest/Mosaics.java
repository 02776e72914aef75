package io.hone.bench.ingest;

import io.hone.bench.cifar.Cifar;
import io.hone.bench.cifar.Example;
import io.hone.bench.cifar.Examples;
import io.hone.bench.look.PixelImages;
import io.hone.bench.service.Picture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEGs of some 100 KB, each of many small real images side by side. */
final class Mosaics {

    static final int WIDTH = 16 * Cifar.SIZE;
    static final int HEIGHT = 12 * Cifar.SIZE;
    static final int TILES = WIDTH / Cifar.SIZE * (HEIGHT / Cifar.SIZE);

    private static final int BYTES = 100_000;

    /** Halvings of the range of qualities, which is 0 to 1. */
    private static final int STEPS = 8;

    private final Examples examples;
    private final Random random;
    private final float quality;

    Mosaics(Examples examples, long seed) {
        this.examples = examples;
        this.random = new Random(seed);
        this.quality = quality(mosaic());
    }

    Picture next() {
        return new Picture(jpeg(mosaic(), quality), anyExample().label(), Stamp.JPEG.contentType());
    }

    private Example anyExample() {
        return examples.list().get(random.nextInt(examples.size()));
    }

    private BufferedImage mosaic() {
        BufferedImage mosaic = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = mosaic.createGraphics();
        for (int y = 0; y < HEIGHT; y += Cifar.SIZE) {
            for (int x = 0; x < WIDTH; x += Cifar.SIZE) {
                graphics.drawImage(PixelImages.toImage(anyExample().pixels()), x, y, null);
            }
        }
        graphics.dispose();
        return mosaic;
    }

    /** With which this one has the bytes that are wanted; others then have about as many. */
    private static float quality(BufferedImage image) {
        float low = 0;
        float high = 1;
        for (int step = 0; step < STEPS; step++) {
            float middle = (low + high) / 2;
            if (jpeg(image, middle).length < BYTES) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}

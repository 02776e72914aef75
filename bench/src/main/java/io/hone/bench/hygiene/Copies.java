package io.hone.bench.hygiene;

import io.hone.bench.look.PixelImages;
import io.hone.images.ImageDecoder;
import io.hone.images.ImageLimits;
import io.hone.images.Pixels;
import io.hone.images.Resize;
import io.hone.images.UnreadableImageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What becomes of images on their way through other people's tools. */
enum Copies {
    COMPRESSED("JPEG at half quality") {
        @Override
        Pixels of(Pixels image) {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
            try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
                ImageWriteParam quality = writer.getDefaultWriteParam();
                quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                quality.setCompressionQuality(0.5f);
                writer.setOutput(out);
                writer.write(null, new IIOImage(PixelImages.toImage(image), null, null), quality);
                out.flush();
                return new ImageDecoder(new ImageLimits(1 << 20, 1 << 20)).decode(bytes.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UnreadableImageException e) {
                throw new IllegalStateException(e);
            } finally {
                writer.dispose();
            }
        }
    },
    SMALLER("5/8 of the size") {
        @Override
        Pixels of(Pixels image) {
            return Resize.bilinear(image, image.width() * 5 / 8, image.height() * 5 / 8);
        }
    },
    BRIGHTER("a quarter brighter") {
        @Override
        Pixels of(Pixels image) {
            byte[] rgb = new byte[image.rgb().length];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) Math.min(255, Byte.toUnsignedInt(image.rgb()[i]) * 5 / 4);
            }
            return new Pixels(image.width(), image.height(), rgb);
        }
    },
    MOVED("moved by 1/32") {
        @Override
        Pixels of(Pixels image) {
            int by = Math.max(1, image.width() / 32);
            byte[] rgb = new byte[image.rgb().length];
            for (int i = 0; i < rgb.length; i++) {
                int pixel = i / Pixels.CHANNELS;
                int x = Math.min(image.width() - 1, pixel % image.width() + by);
                int from = pixel / image.width() * image.width() + x;
                rgb[i] = image.rgb()[Pixels.CHANNELS * from + i % Pixels.CHANNELS];
            }
            return new Pixels(image.width(), image.height(), rgb);
        }
    };

    private final String inWords;

    Copies(String inWords) {
        this.inWords = inWords;
    }

    abstract Pixels of(Pixels image);

    String inWords() {
        return inWords;
    }
}

package io.hone.images;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * The pixels of a decoded image as red, green, blue. Samples are copied from the raster wherever they are plain:
 * {@code BufferedImage.getRGB} is many times slower, and would take grey samples for linear light and brighten them.
 */
final class Rgb {

    private Rgb() {}

    static Pixels of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        byte[] rgb;
        if (interleavedBytes(image)) {
            rgb = fromBytes(image.getRaster());
        } else if (colours instanceof ComponentColorModel components && plain(components)) {
            rgb = fromSamples(image.getRaster(), components);
        } else {
            rgb = fromBytes(drawn(image).getRaster());
        }
        return new Pixels(image.getWidth(), image.getHeight(), rgb);
    }

    private static boolean plain(ComponentColorModel colours) {
        int space = colours.getColorSpace().getType();
        boolean integers = colours.getTransferType() == DataBuffer.TYPE_BYTE
                || colours.getTransferType() == DataBuffer.TYPE_USHORT;
        return integers && (space == ColorSpace.TYPE_RGB || space == ColorSpace.TYPE_GRAY);
    }

    private static boolean interleavedBytes(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel colours
                && colours.getColorSpace().getType() == ColorSpace.TYPE_RGB
                && !colours.hasAlpha()
                && image.getRaster().getDataBuffer() instanceof DataBufferByte
                && image.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel
                && image.getRaster().getParent() == null;
    }

    private static byte[] fromBytes(Raster raster) {
        var layout = (PixelInterleavedSampleModel) raster.getSampleModel();
        byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
        int red = layout.getBandOffsets()[0];
        int green = layout.getBandOffsets()[1];
        int blue = layout.getBandOffsets()[2];
        int stride = layout.getPixelStride();
        byte[] rgb = new byte[Pixels.CHANNELS * raster.getWidth() * raster.getHeight()];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            int from = y * layout.getScanlineStride();
            for (int end = from + raster.getWidth() * stride; from < end; from += stride) {
                rgb[to++] = samples[from + red];
                rgb[to++] = samples[from + green];
                rgb[to++] = samples[from + blue];
            }
        }
        return rgb;
    }

    /** Grey or colour, with or without transparency, of 8 or 16 bits. */
    private static byte[] fromSamples(Raster raster, ComponentColorModel colours) {
        int bands = raster.getNumBands();
        boolean grey = colours.getNumColorComponents() == 1;
        int shift = colours.getComponentSize(0) - Byte.SIZE;
        int opaque = (1 << colours.getComponentSize(0)) - 1;
        byte[] rgb = new byte[Pixels.CHANNELS * raster.getWidth() * raster.getHeight()];
        int[] row = new int[bands * raster.getWidth()];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, raster.getWidth(), 1, row);
            for (int from = 0; from < row.length; from += bands) {
                long alpha = colours.hasAlpha() ? row[from + bands - 1] : opaque;
                for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
                    long sample = row[from + (grey ? 0 : channel)];
                    rgb[to++] = (byte) ((sample * alpha / opaque) >> shift);
                }
            }
        }
        return rgb;
    }

    /** Palettes and packed pixels; what is transparent stays black. */
    private static BufferedImage drawn(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return plain;
    }
}

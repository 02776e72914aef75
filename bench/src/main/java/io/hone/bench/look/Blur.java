package io.hone.bench.look;

import io.hone.images.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;

/** Softer, by a 3 × 3 binomial filter; the outermost pixels stay as they are. */
final class Blur implements Look {

    private static final Kernel BINOMIAL = new Kernel(
            3, 3, new float[] {1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f});

    @Override
    public Pixels of(Pixels scene) {
        BufferedImage sharp = PixelImages.toImage(scene);
        return PixelImages.toPixels(new ConvolveOp(BINOMIAL, ConvolveOp.EDGE_NO_OP, null).filter(sharp, null));
    }
}

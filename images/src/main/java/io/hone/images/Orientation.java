package io.hone.images;

/**
 * How the camera was held, and so how the pixels of a file are to be turned before anybody looks at them. In the order
 * of EXIF's values, of which the first is 1.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    ON_ITS_LEFT_SIDE(true, false, true),
    TRANSPOSED_UPSIDE_DOWN(true, true, true),
    ON_ITS_RIGHT_SIDE(true, true, false);

    private static final Orientation[] BY_VALUE = values();

    private final boolean swapsSides;
    private final boolean fromRight;
    private final boolean fromBelow;

    Orientation(boolean swapsSides, boolean fromRight, boolean fromBelow) {
        this.swapsSides = swapsSides;
        this.fromRight = fromRight;
        this.fromBelow = fromBelow;
    }

    /** Upright for what EXIF does not define, as everybody else takes it. */
    static Orientation ofExif(int value) {
        return value >= 1 && value <= BY_VALUE.length ? BY_VALUE[value - 1] : UPRIGHT;
    }

    boolean swapsSides() {
        return swapsSides;
    }

    Pixels upright(Pixels pixels) {
        if (this == UPRIGHT) {
            return pixels;
        }
        int width = swapsSides ? pixels.height() : pixels.width();
        int height = swapsSides ? pixels.width() : pixels.height();
        byte[] from = pixels.rgb();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int source = Pixels.CHANNELS * source(pixels, swapsSides ? y : x, swapsSides ? x : y);
                to[at++] = from[source];
                to[at++] = from[source + 1];
                to[at++] = from[source + 2];
            }
        }
        return new Pixels(width, height, to);
    }

    private int source(Pixels pixels, int x, int y) {
        int column = fromRight ? pixels.width() - 1 - x : x;
        int row = fromBelow ? pixels.height() - 1 - y : y;
        return row * pixels.width() + column;
    }
}

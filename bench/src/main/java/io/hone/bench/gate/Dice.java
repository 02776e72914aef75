package io.hone.bench.gate;

/** Numbers as if thrown, but the same again for the same question: nothing that was answered has to be kept. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Dice() {}

    /** Evenly spread over 0 to 1, 1 not among them; independent for different seeds or throws. */
    static double at(long seed, long number) {
        return (mix(mix(seed) + number * GOLDEN) >>> 11) * 0x1p-53;
    }

    /** A seed for one thing among many. */
    static long seed(long seed, long number) {
        return mix(mix(seed + GOLDEN) ^ mix(number));
    }

    /** The finaliser of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014). */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

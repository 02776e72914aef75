package io.hone.trainer.finetune;

import java.util.SplittableRandom;

/**
 * Random numbers of their own for each purpose and each step: another way to vary images leaves their order as it is,
 * and a step in the middle of a run can be repeated without those before it.
 */
final class Seeds {

    /** 2⁶⁴ divided by the golden ratio, odd: spreads neighbouring numbers (Steele, Lea and Flood, 2014). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final long ORDER = 1;
    private static final long AUGMENTATION = 2;

    private Seeds() {}

    static SplittableRandom ofEpoch(long seed, int epoch) {
        return of(seed, ORDER, epoch);
    }

    static SplittableRandom ofStep(long seed, int iteration) {
        return of(seed, AUGMENTATION, iteration);
    }

    private static SplittableRandom of(long seed, long purpose, int index) {
        long ofPurpose = new SplittableRandom(seed + purpose * SPREAD).nextLong();
        return new SplittableRandom(ofPurpose + index * SPREAD);
    }
}

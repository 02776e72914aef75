package io.hone.trainer.draw;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random choices that have no past: each purpose, and each epoch or step within it, has a generator of its own. Another
 * way to vary images leaves their order as it is, and a step in the middle of a run can be repeated without those before.
 */
public final class Draw {

    /** What is drawn. The numbers are part of what a seed means. */
    public enum Purpose {
        ORDER(1),
        AUGMENTATION(2),
        SLICE(3),
        REPLAY(4),
        SAMPLE(5),
        FOLDS(6);

        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    /** 2⁶⁴ divided by the golden ratio, odd: spreads neighbouring numbers (Steele, Lea and Flood, 2014). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Draw() {}

    public static SplittableRandom of(long seed, Purpose purpose) {
        return of(seed, purpose, 0);
    }

    /** @param index of the epoch or step */
    public static SplittableRandom of(long seed, Purpose purpose, int index) {
        long ofPurpose = new SplittableRandom(seed + purpose.number * SPREAD).nextLong();
        return new SplittableRandom(ofPurpose + index * SPREAD);
    }

    /**
     * Moves so many of the items, drawn evenly, to the front; all of them: a shuffle (Fisher and Yates, as in Knuth, The
     * Art of Computer Programming, volume 2, algorithm P).
     *
     * @return the items drawn, a view of the list
     */
    public static <T> List<T> front(List<T> items, int count, SplittableRandom random) {
        int wanted = Math.min(count, items.size());
        for (int i = 0; i < wanted; i++) {
            items.set(i, items.set(i + random.nextInt(items.size() - i), items.get(i)));
        }
        return items.subList(0, wanted);
    }

    /** The same of numbers, on a copy. */
    public static int[] front(int[] items, int count, SplittableRandom random) {
        int[] all = items.clone();
        int wanted = Math.min(count, all.length);
        for (int i = 0; i < wanted; i++) {
            int j = i + random.nextInt(all.length - i);
            int item = all[i];
            all[i] = all[j];
            all[j] = item;
        }
        return Arrays.copyOf(all, wanted);
    }
}

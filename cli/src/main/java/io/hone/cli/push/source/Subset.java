package io.hone.cli.push.source;

import java.util.SplittableRandom;

/**
 * Chooses some of many while they pass by, each with the same chance; the same seed chooses the same ones of the same
 * source.
 *
 * @see <a href="https://dl.acm.org/doi/10.1145/358105.893">Algorithm S, as in Knuth's TAOCP 3.4.2</a>
 */
public final class Subset {

    private final SplittableRandom random;
    private long left;
    private long wanted;

    /**
     * @param all how many will pass by
     * @param wanted how many of them are chosen; all, if there are no more
     */
    public Subset(long all, long wanted, long seed) {
        this.left = all;
        this.wanted = Math.min(all, wanted);
        this.random = new SplittableRandom(seed);
    }

    /** Whether the next one is chosen. */
    public boolean takes() {
        if (left == 0) {
            return false;
        }
        boolean taken = random.nextLong(left) < wanted;
        left--;
        wanted -= taken ? 1 : 0;
        return taken;
    }
}

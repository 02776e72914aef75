package io.hone.bench.gate;

/**
 * What becomes of a simulated model.
 *
 * @param images of the hold-out at the beginning
 * @param growth images before each candidate
 * @param gain of a candidate over its champion, in truth
 * @param betterEach one candidate of so many is better by {@link #BETTER} instead; 0 for none
 */
record Plan(int candidates, int images, int growth, Bursts bursts, double gain, int betterEach) {

    static final double BETTER = 0.02;

    /** Share of the images that a candidate judges otherwise than its champion. */
    private static final double DIFFERING = 0.1;

    private static final double ROOM = 0.4;

    Plan(int candidates, int images, int growth, double gain) {
        this(candidates, images, growth, Bursts.NONE, gain, 0);
    }

    Plan withGain(double other) {
        return new Plan(candidates, images, growth, bursts, other, betterEach);
    }

    double differing() {
        return DIFFERING;
    }

    double gainOf(int candidate) {
        return betterEach > 0 && candidate % betterEach == betterEach - 1 ? BETTER : gain;
    }

    /** By how much the first champion is less accurate, so that there is room for what is better. */
    double toLearn() {
        return betterEach > 0 ? ROOM : 0;
    }
}

package io.hone.bench.gate;

/**
 * Candidates, and what became of them.
 *
 * @param noBetter candidates that are no better than who was champion when they were trained, or worse
 * @param better the others
 * @param mistaken promotions of candidates that are no better than who is champion then
 * @param deserved the other promotions
 */
record Promotions(int noBetter, int better, int mistaken, int deserved) {

    static final Promotions NONE = new Promotions(0, 0, 0, 0);

    Promotions candidate(boolean isBetter) {
        return plus(isBetter ? new Promotions(0, 1, 0, 0) : new Promotions(1, 0, 0, 0));
    }

    Promotions promotion(boolean isDeserved) {
        return plus(isDeserved ? new Promotions(0, 0, 0, 1) : new Promotions(0, 0, 1, 0));
    }

    Promotions plus(Promotions others) {
        return new Promotions(
                noBetter + others.noBetter,
                better + others.better,
                mistaken + others.mistaken,
                deserved + others.deserved);
    }

    /** Of candidates that are no better. */
    double mistakenShare() {
        return share(mistaken, noBetter);
    }

    /** Of promotions: the false discovery rate. */
    double falseShare() {
        return share(mistaken, mistaken + deserved);
    }

    /** Of candidates that are better; one of another model's time may be promoted later. */
    double power() {
        return share(deserved, better);
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }
}

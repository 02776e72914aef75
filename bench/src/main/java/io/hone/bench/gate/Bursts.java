package io.hone.bench.gate;

/**
 * Images that come in rows of nearly the same: nine in ten are judged as the others of their row are, whoever judges.
 *
 * @param size images in a row; 1 for none
 * @param named whether the images say which row they are of
 */
record Bursts(int size, boolean named) {

    static final Bursts NONE = new Bursts(1, false);

    static final double ALIKE = 0.9;
}

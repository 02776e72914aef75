package io.hone.trainer.run;

/**
 * How far the run that is under way has come.
 *
 * @param iteration steps done
 * @param loss in nats, over the last second or so
 */
record RunProgress(String run, int iteration, int iterations, double loss, double imagesPerSecond) {}

package io.hone.evaluator.drift.accuracy;

/**
 * Answers have become right less often.
 *
 * @param before accuracy until then, 0 to 1
 * @param after accuracy since, 0 to 1
 * @param labels since then
 * @param bound by how much the two could differ by chance
 */
public record AccuracyFall(double before, double after, long labels, double bound) {}

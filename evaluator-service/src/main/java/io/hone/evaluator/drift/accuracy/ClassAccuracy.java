package io.hone.evaluator.drift.accuracy;

import java.util.OptionalDouble;

/**
 * How often the champion was right about images of one class, lately.
 *
 * @param labels of it in the window
 * @param window over these, 0 to 1; absent without any
 * @param exponential with older answers counting less and less, 0 to 1; absent without any
 */
public record ClassAccuracy(String label, int labels, OptionalDouble window, OptionalDouble exponential) {}

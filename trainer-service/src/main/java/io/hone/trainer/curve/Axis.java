package io.hone.trainer.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values on a line of pixels, with ticks at round numbers.
 *
 * @param from the value at {@code start}
 * @param to the value at {@code end}
 * @param start pixel; greater than {@code end} on an axis that points up
 * @param powers whether a value stands for that power of ten
 */
public record Axis(double from, double to, double start, double end, double step, boolean powers) {

    private static final int TICKS = 5;

    /** @param lowest and {@code highest} values to be shown; the axis reaches to the next ticks beyond them */
    public static Axis around(double lowest, double highest, double start, double end) {
        double span = highest > lowest ? highest - lowest : Math.max(Math.abs(highest), 1e-3);
        double step = round(span / TICKS);
        return new Axis(
                Math.floor(lowest / step) * step, Math.ceil((lowest + span) / step) * step, start, end, step, false);
    }

    /** A logarithmic axis; values are given as their decimal logarithms, and ticks stand at whole ones. */
    public static Axis ofPowers(double lowest, double highest, double start, double end) {
        return new Axis(Math.floor(lowest), Math.ceil(highest), start, end, 1, true);
    }

    /** The next larger of 1, 2 and 5 times a power of ten. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double first = step / power;
        return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
    }

    double pixel(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((to - from) / step);
        for (long i = 0; i <= count; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    /** As many decimals as tell neighbouring ticks apart. */
    String label(double tick) {
        if (powers) {
            return String.format(Locale.ROOT, "%,.0f", Math.pow(10, tick));
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", tick == 0 ? 0.0 : tick);
    }
}

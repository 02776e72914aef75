package io.hone.bench.drift;

import io.hone.bench.scenario.Setting;
import java.util.List;
import java.util.Locale;

/**
 * How long a change went unnoticed, in several streams.
 *
 * @param sorted labels until it was noticed, the shortest first; {@link #NEVER} where it never was
 */
record Delays(List<Integer> sorted) {

    static final int NEVER = Integer.MAX_VALUE;

    Delays {
        sorted = sorted.stream().sorted().toList();
    }

    /** NaN if it is never. */
    double median() {
        return quantile(0.5);
    }

    /** @return the labels after which at least the share of the streams had noticed; NaN if they never had */
    double quantile(double share) {
        int delay = sorted.get(Math.max(1, (int) Math.ceil(share * sorted.size())) - 1);
        return delay == NEVER ? Double.NaN : delay;
    }

    double missed() {
        return (double) sorted.stream().filter(delay -> delay == NEVER).count() / sorted.size();
    }

    @Override
    public String toString() {
        String delays = "%s … %s".formatted(labels(median()), labels(quantile(0.9)));
        return missed() > 0 ? "%s (%s never)".formatted(delays, Setting.percent(missed())) : delays;
    }

    private static String labels(double delay) {
        return Double.isNaN(delay) ? "never" : String.format(Locale.ROOT, "%.0f", delay);
    }
}

package io.hone.bench.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured of one way, round by round. */
final class Rounds {

    private final List<Double> rates = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();

    void add(int images, Clients.Result result) {
        rates.add(images / result.seconds());
        nanos.addAll(result.nanos());
    }

    /** Images a second. */
    double rate() {
        return median(rates);
    }

    /** The median of the rounds' ratios: what else the machine did in a round befell both. */
    double ratioTo(Rounds bare) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rates.size(); round++) {
            ratios.add(rates.get(round) / bare.rates.get(round));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * How long the share of all requests that were answered soonest took at most, in milliseconds.
     *
     * @return NaN where there were no requests
     */
    double millis(double share) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}

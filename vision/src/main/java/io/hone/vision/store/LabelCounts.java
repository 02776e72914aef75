package io.hone.vision.store;

import java.util.SortedMap;
import java.util.TreeMap;

/** Images by label. Safe for many threads. */
final class LabelCounts {

    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private int total;

    synchronized void add(String label) {
        counts.merge(label, 1, Integer::sum);
        total++;
    }

    synchronized void remove(String label) {
        counts.computeIfPresent(label, (key, count) -> count == 1 ? null : count - 1);
        total--;
    }

    synchronized void clear() {
        counts.clear();
        total = 0;
    }

    synchronized int total() {
        return total;
    }

    /** A copy. */
    synchronized SortedMap<String, Integer> byLabel() {
        return new TreeMap<>(counts);
    }
}

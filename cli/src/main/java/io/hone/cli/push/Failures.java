package io.hone.cli.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Failures counted by kind and reason, with the first few names of each: however many there are, they fit. */
final class Failures {

    private static final int MOST_REASONS = 100;
    private static final int NAMED = 20;
    private static final String OTHERS = "for other reasons";

    private final Map<String, Tally> byReason = new LinkedHashMap<>();
    private final Map<String, Long> byKind = new LinkedHashMap<>();

    /** Failures of one kind for one reason. */
    static final class Tally {

        private final String kind;
        private final String reason;
        private final List<String> names = new ArrayList<>();
        private long count;

        private Tally(String kind, String reason) {
            this.kind = kind;
            this.reason = reason;
        }

        private void add(String name) {
            count++;
            if (names.size() < NAMED) {
                names.add(name);
            }
        }

        String kind() {
            return kind;
        }

        String reason() {
            return reason;
        }

        long count() {
            return count;
        }

        /** The first ones. */
        List<String> names() {
            return names;
        }
    }

    void add(Outcome.Failed failed) {
        byKind.merge(failed.kind(), 1L, Long::sum);
        String key = failed.kind() + ": " + failed.reason();
        boolean known = byReason.containsKey(key) || byReason.size() < MOST_REASONS;
        String reason = known ? failed.reason() : OTHERS;
        byReason.computeIfAbsent(known ? key : failed.kind() + ": " + OTHERS, none -> new Tally(failed.kind(), reason))
                .add(failed.name());
    }

    Collection<Tally> tallies() {
        return byReason.values();
    }

    Map<String, Long> byKind() {
        return byKind;
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }
}

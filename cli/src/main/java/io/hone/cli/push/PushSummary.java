package io.hone.cli.push;

import java.util.Map;
import java.util.TreeMap;

/** What became of all images, in memory that does not grow with their names. */
public final class PushSummary {

    private static final String HOLD_OUT = "hold-out";
    private static final int MOST_LABELS = 10_000;
    private static final String OTHER_LABELS = "(other classes)";
    private static final int HEX = 16;
    private static final int DIGITS_OF_A_LONG = 16;

    private final Map<String, Map<String, Integer>> bySplitAndLabel = new TreeMap<>();
    private final LongSet ids = new LongSet();
    private final LongSet holdOutIds = new LongSet();
    private final Failures failures = new Failures();
    private int accepted;
    private int before;

    void add(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted image) {
            add(image);
        } else if (outcome instanceof Outcome.Failed failed) {
            failures.add(failed);
        }
    }

    private void add(Outcome.Accepted image) {
        accepted++;
        long id = begin(image.id());
        ids.add(id);
        if (image.split().equals(HOLD_OUT)) {
            holdOutIds.add(id);
        }
        String label = image.image().label();
        boolean known = bySplitAndLabel.containsKey(label) || bySplitAndLabel.size() < MOST_LABELS;
        bySplitAndLabel
                .computeIfAbsent(known ? label : OTHER_LABELS, none -> new TreeMap<>())
                .merge(image.split(), 1, Integer::sum);
    }

    /** Of a digest the beginning is a digest as well. */
    private static long begin(String id) {
        return id.length() < DIGITS_OF_A_LONG
                ? Long.parseUnsignedLong(id, HEX)
                : Long.parseUnsignedLong(id, 0, DIGITS_OF_A_LONG, HEX);
    }

    /** It is in already, by a push before this one. */
    void wasAcknowledgedBefore() {
        before++;
    }

    public int accepted() {
        return accepted;
    }

    /** Images of the source that were not sent now, because an earlier push had them acknowledged. */
    int before() {
        return before;
    }

    /** Images that are there, each counted once: the same bytes are the same image. */
    public int distinct() {
        return ids.size();
    }

    public int distinctHoldOut() {
        return holdOutIds.size();
    }

    public int distinctTraining() {
        return ids.size() - holdOutIds.size();
    }

    /** Counts by label, then by split. */
    Map<String, Map<String, Integer>> byLabel() {
        return bySplitAndLabel;
    }

    Failures failures() {
        return failures;
    }

    public boolean isComplete() {
        return failures.isEmpty();
    }
}

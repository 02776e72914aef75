package io.hone.cli.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of all images. */
public final class PushSummary {

    private static final String HOLD_OUT = "hold-out";

    private final Map<String, Map<String, Integer>> bySplitAndLabel = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> holdOutIds = new HashSet<>();
    private final List<Outcome.Refused> refused = new ArrayList<>();
    private final List<Outcome.Undelivered> undelivered = new ArrayList<>();
    private int accepted;

    void add(Collection<Outcome> outcomes) {
        outcomes.forEach(this::add);
    }

    private void add(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted image) {
            accepted++;
            ids.add(image.id());
            if (image.split().equals(HOLD_OUT)) {
                holdOutIds.add(image.id());
            }
            bySplitAndLabel
                    .computeIfAbsent(image.image().label(), label -> new TreeMap<>())
                    .merge(image.split(), 1, Integer::sum);
        } else if (outcome instanceof Outcome.Refused image) {
            refused.add(image);
        } else if (outcome instanceof Outcome.Undelivered image) {
            undelivered.add(image);
        }
    }

    public int accepted() {
        return accepted;
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

    List<Outcome.Refused> refused() {
        return refused;
    }

    List<Outcome.Undelivered> undelivered() {
        return undelivered;
    }

    public boolean isComplete() {
        return refused.isEmpty() && undelivered.isEmpty();
    }
}

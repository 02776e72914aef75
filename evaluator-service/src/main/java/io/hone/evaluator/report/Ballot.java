package io.hone.evaluator.report;

import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Votes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts paired outcomes image by image, and what the images of a group say together. */
public final class Ballot {

    private final Count all = new Count();
    private final Count alone = new Count();
    private final Map<String, Count> groups = new HashMap<>();

    /** Of some images. */
    private static final class Count {

        private int both;
        private int broken;
        private int mended;
        private int neither;

        void add(boolean championRight, boolean candidateRight) {
            if (championRight == candidateRight) {
                both += championRight ? 1 : 0;
                neither += championRight ? 0 : 1;
            } else {
                broken += championRight ? 1 : 0;
                mended += candidateRight ? 1 : 0;
            }
        }

        long images() {
            return (long) both + broken + mended + neither;
        }
    }

    public void add(Optional<String> group, boolean championRight, boolean candidateRight) {
        all.add(championRight, candidateRight);
        group.map(name -> groups.computeIfAbsent(name, key -> new Count()))
                .orElse(alone)
                .add(championRight, candidateRight);
    }

    public PairedOutcomes outcomes() {
        PairedOutcomes outcomes = new PairedOutcomes(all.both, all.broken, all.mended, all.neither);
        boolean alike = groups.values().stream().anyMatch(group -> group.images() > 1);
        return alike ? outcomes.withGroups(votes()) : outcomes;
    }

    private Votes votes() {
        int mended = alone.mended;
        int broken = alone.broken;
        double squares = alone.images();
        for (Count group : groups.values()) {
            mended += group.mended > group.broken ? 1 : 0;
            broken += group.broken > group.mended ? 1 : 0;
            squares += (double) group.images() * group.images();
        }
        return new Votes((int) ((double) all.images() * all.images() / squares), mended, broken);
    }
}

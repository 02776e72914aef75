package io.hone.evaluator.drift;

import io.hone.contracts.Checks;
import io.hone.contracts.Json;
import io.hone.contracts.drift.DriftDetected;
import io.hone.evaluator.drift.accuracy.AdwinState;
import io.hone.evaluator.drift.accuracy.RunningAccuracy;
import io.hone.evaluator.drift.probation.Probation;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a model's incoming labels, up to an offset. Written together with it, see {@link IncomingLabels}.
 *
 * @param layout grows whenever this record changes in a way that older ones cannot be read: they are counted anew
 * @param nextOffset the first record not yet counted
 * @param sequence the entry of the champion chain that the detector looks at; 0 before any label
 * @param votes of groups whose other images say nothing more
 * @param isBelowFloor whether that was told, and the accuracy has not been above it since
 * @param probation of the newest champion that had one
 * @param drifts the last ones, the oldest first
 * @param untold those of them that must still be told
 */
record DriftState(
        int layout,
        long nextOffset,
        LabelCounts counts,
        RunningAccuracy accuracy,
        long sequence,
        AdwinState detector,
        GroupVotes votes,
        boolean isBelowFloor,
        Optional<Probation> probation,
        List<DriftDetected> drifts,
        List<DriftDetected> untold) {

    private static final int LAYOUT = 2;

    static final DriftState NEW = new DriftState(
            LAYOUT,
            0,
            LabelCounts.NONE,
            RunningAccuracy.NONE,
            0,
            AdwinState.NEW,
            GroupVotes.NONE,
            false,
            Optional.empty(),
            List.of(),
            List.of());

    DriftState {
        Checks.atLeast("nextOffset", nextOffset, 0);
        Checks.present("counts", counts);
        Checks.present("accuracy", accuracy);
        Checks.present("detector", detector);
        Checks.present("votes", votes);
        Checks.present("probation", probation);
        drifts = List.copyOf(drifts);
        untold = List.copyOf(untold);
    }

    private record Layout(int layout) {}

    byte[] encoded() {
        return Json.write(this);
    }

    /** Empty if it is of another layout. */
    static Optional<DriftState> decoded(byte[] bytes) {
        return Json.read(bytes, Layout.class).layout() == LAYOUT
                ? Optional.of(Json.read(bytes, DriftState.class))
                : Optional.empty();
    }

    DriftState readUpTo(long offset) {
        return new DriftState(
                layout, offset, counts, accuracy, sequence, detector, votes, isBelowFloor, probation, drifts, untold);
    }

    DriftState told() {
        return new DriftState(
                layout,
                nextOffset,
                counts,
                accuracy,
                sequence,
                detector,
                votes,
                isBelowFloor,
                probation,
                drifts,
                List.of());
    }

    DriftState with(Probation other) {
        return new DriftState(
                layout,
                nextOffset,
                counts,
                accuracy,
                sequence,
                detector,
                votes,
                isBelowFloor,
                Optional.of(other),
                drifts,
                untold);
    }
}

package io.hone.evaluator.drift.accuracy;

import io.hone.contracts.Checks;
import java.util.List;

/**
 * All that a detector must remember over a restart.
 *
 * @param seen answers since it began
 * @param rows right answers of each bucket, the oldest first; a bucket of row i sums up 2^i answers
 */
public record AdwinState(long seen, List<List<Long>> rows) {

    public static final AdwinState NEW = new AdwinState(0, List.of());

    public AdwinState {
        Checks.atLeast("seen", seen, 0);
        rows = Checks.present("rows", rows).stream().map(List::copyOf).toList();
    }
}

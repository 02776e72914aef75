package io.hone.vision.classifier;

import io.hone.contracts.Checks;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a snapshot consists of.
 *
 * @param base tells which network and images the training started with
 * @param solver in one line
 * @param steps that were taken
 * @param network SHA-256 of the network's file
 * @param optimizer SHA-256 of the file of what the optimizer remembers
 * @param counts of steps by parameter, for optimizers that count them
 */
record SnapshotIndex(
        String base, String solver, long steps, String network, String optimizer, Map<String, Integer> counts) {

    SnapshotIndex {
        Checks.sha256("base", base);
        Checks.present("solver", solver);
        Checks.atLeast("steps", steps, 0);
        Checks.sha256("network", network);
        Checks.sha256("optimizer", optimizer);
        counts = Collections.unmodifiableMap(new TreeMap<>(Checks.present("counts", counts)));
    }
}

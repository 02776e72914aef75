package io.hone.contracts.verdict;

import io.hone.contracts.Checks;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about how one version does on a snapshot of the hold-out. Images of classes that it does not know
 * count as wrong.
 *
 * @param version which
 * @param accuracy Wilson score interval at 95 % of the share it gets right
 * @param balancedAccuracy mean recall of the classes that have images, 0 to 1
 * @param macroF1 mean F1 of the classes that have images, 0 to 1
 * @param topK absent with too few classes for it to say anything
 * @param classes every class of the version, in the order of its ids, then labels of the hold-out that it does not know
 * @param latency absent where it was not measured
 */
public record Performance(
        int version,
        Interval accuracy,
        double balancedAccuracy,
        double macroF1,
        Optional<TopK> topK,
        List<ClassScore> classes,
        List<Confusion> confusion,
        Calibration calibration,
        Optional<Latency> latency) {

    public Performance {
        Checks.atLeast("version", version, 1);
        Checks.present("accuracy", accuracy);
        Checks.within("balancedAccuracy", balancedAccuracy, 0, 1);
        Checks.within("macroF1", macroF1, 0, 1);
        Checks.present("topK", topK);
        classes = List.copyOf(Checks.present("classes", classes));
        confusion = List.copyOf(Checks.present("confusion", confusion));
        Checks.present("calibration", calibration);
        Checks.present("latency", latency);
    }
}

package io.hone.evaluator.evaluation;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Interval;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects class by class how champion and candidate do. Of the rest of a report it says that it was not measured. */
final class PairsByClass {

    private static final Calibration NOT_MEASURED = new Calibration(0, List.of());

    private final Map<String, PairedOutcomes> byLabel = new HashMap<>();

    void add(String label, boolean championRight, boolean candidateRight) {
        byLabel.merge(
                label, PairedOutcomes.NONE.plus(championRight, candidateRight), (before, one) -> before.plus(one));
    }

    Report report(int champion, Classes championClasses, int candidate, Classes candidateClasses) {
        List<ClassPair> classes = Stream.concat(candidateClasses.labels().stream(), championClasses.labels().stream())
                .distinct()
                .map(label -> new ClassPair(
                        label,
                        championClasses.idOf(label).isPresent(),
                        byLabel.getOrDefault(label, PairedOutcomes.NONE)))
                .toList();
        return new Report(
                performance(champion),
                performance(candidate),
                classes,
                List.of(),
                PairedOutcomes.NONE,
                Optional.empty(),
                Hygiene.CLEAN);
    }

    private static Performance performance(int version) {
        return new Performance(
                version,
                new Interval(0, 1),
                0,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                NOT_MEASURED,
                Optional.empty());
    }
}

package io.hone.bench.gate;

import io.hone.contracts.model.ModelName;
import io.hone.contracts.verdict.BestSoFar;
import io.hone.contracts.verdict.Calibration;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Interval;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import io.hone.evaluator.gate.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the evaluator would hand to the gate. Calibration and latency are not simulated, and so not judged. */
final class SimulatedEvidence {

    private static final ModelName MODEL = new ModelName("simulated");

    private SimulatedEvidence() {}

    static Evidence of(
            SimulatedImages images, SimulatedVersion champion, SimulatedVersion candidate, Optional<BestSoFar> best) {
        List<ClassPair> classes = classes(images, champion.right(images), candidate.right(images));
        return new Evidence(
                MODEL,
                SimulatedClasses.CLASSES,
                SimulatedClasses.CLASSES,
                classes.stream().map(ClassPair::paired).reduce(PairedOutcomes.NONE, PairedOutcomes::plus),
                new Report(
                        performance(champion.number()),
                        performance(candidate.number()),
                        classes,
                        List.of(),
                        PairedOutcomes.NONE,
                        best,
                        Hygiene.CLEAN));
    }

    static PairedOutcomes paired(SimulatedImages images, SimulatedVersion first, SimulatedVersion second) {
        return classes(images, first.right(images), second.right(images)).stream()
                .map(ClassPair::paired)
                .reduce(PairedOutcomes.NONE, PairedOutcomes::plus);
    }

    private static List<ClassPair> classes(SimulatedImages images, boolean[] champion, boolean[] candidate) {
        int[][] counts = new int[SimulatedClasses.COUNT][4];
        for (int image = 0; image < images.count(); image++) {
            counts[images.classOf(image)][(champion[image] ? 0 : 2) + (candidate[image] ? 0 : 1)]++;
        }
        List<ClassPair> pairs = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            int[] of = counts[i];
            pairs.add(new ClassPair(
                    SimulatedClasses.CLASSES.label(i), true, new PairedOutcomes(of[0], of[1], of[2], of[3])));
        }
        return pairs;
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
                new Calibration(0, List.of()),
                Optional.empty());
    }
}

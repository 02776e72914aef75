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
import io.hone.evaluator.report.Ballot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What the evaluator would hand to the gate. Calibration and latency are not simulated, and so not judged; nor is what a
 * wrong image is taken for, so that a class is held to its recall alone, more strictly than it would be.
 */
final class SimulatedEvidence {

    private static final ModelName MODEL = new ModelName("simulated");

    private SimulatedEvidence() {}

    static Evidence of(
            SimulatedImages images, SimulatedVersion champion, SimulatedVersion candidate, Optional<BestSoFar> best) {
        boolean[] before = champion.right(images);
        boolean[] now = candidate.right(images);
        List<ClassPair> classes = classes(images, before, now);
        return new Evidence(
                MODEL,
                SimulatedClasses.CLASSES,
                SimulatedClasses.CLASSES,
                paired(images, classes, before, now),
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
        boolean[] before = first.right(images);
        boolean[] now = second.right(images);
        return paired(images, classes(images, before, now), before, now);
    }

    private static PairedOutcomes paired(
            SimulatedImages images, List<ClassPair> classes, boolean[] before, boolean[] now) {
        return images.areGroupsNamed()
                ? ballot(images, before, now, image -> true)
                : classes.stream().map(ClassPair::paired).reduce(PairedOutcomes.NONE, PairedOutcomes::plus);
    }

    private static PairedOutcomes ballot(SimulatedImages images, boolean[] before, boolean[] now, IntPredicate chosen) {
        Ballot ballot = new Ballot();
        for (int image = 0; image < images.count(); image++) {
            if (chosen.test(image)) {
                ballot.add(Optional.of(Integer.toString(images.groupOf(image))), before[image], now[image]);
            }
        }
        return ballot.outcomes();
    }

    private static List<ClassPair> classes(SimulatedImages images, boolean[] champion, boolean[] candidate) {
        int[][] counts = new int[SimulatedClasses.COUNT][4];
        for (int image = 0; image < images.count(); image++) {
            counts[images.classOf(image)][(champion[image] ? 0 : 2) + (candidate[image] ? 0 : 1)]++;
        }
        List<ClassPair> pairs = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            int[] of = counts[i];
            int classId = i;
            pairs.add(new ClassPair(
                    SimulatedClasses.CLASSES.label(i),
                    true,
                    images.areGroupsNamed()
                            ? ballot(images, champion, candidate, image -> images.classOf(image) == classId)
                            : new PairedOutcomes(of[0], of[1], of[2], of[3])));
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

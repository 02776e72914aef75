package io.hone.evaluator.gate;

import io.hone.contracts.verdict.ClassPair;
import io.hone.evaluator.statistics.ExactTests;
import java.util.Comparator;
import java.util.List;

/**
 * What a class loses.
 *
 * @param p probability that so much or more is lost where no more than allowed is lost in truth
 */
record ClassLoss(ClassPair pair, double p) {

    /**
     * Those that have images, the least probable first.
     *
     * @param allowed share of a class's images, 0 to 1
     */
    static List<ClassLoss> of(List<ClassPair> classes, double allowed) {
        return classes.stream()
                .filter(each -> each.paired().images() > 0)
                .map(each -> new ClassLoss(each, ExactTests.losesMore(each.paired(), allowed)))
                .sorted(Comparator.comparingDouble(ClassLoss::p)
                        .thenComparing(
                                Comparator.comparingDouble(ClassLoss::points).reversed()))
                .toList();
    }

    /** Of losses in that order, the first so many that Holm's procedure leaves no chance for. */
    static List<ClassLoss> beyondChance(List<ClassLoss> losses, double alpha) {
        int lost = 0;
        while (lost < losses.size() && losses.get(lost).p <= alpha / (losses.size() - lost)) {
            lost++;
        }
        return losses.subList(0, lost);
    }

    /** Of recall. */
    double points() {
        return -Gains.points(pair.paired());
    }
}

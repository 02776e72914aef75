package io.hone.bench.drift;

import io.hone.bench.scenario.Setting;
import io.hone.bench.scenario.Table;
import io.hone.evaluator.drift.DriftSettings;
import io.hone.evaluator.drift.probation.Probation;
import io.hone.evaluator.drift.probation.ProbationRules;
import io.hone.evaluator.drift.probation.ProbationStatus;
import io.hone.evaluator.drift.probation.Promise;
import java.util.Optional;
import java.util.SplittableRandom;

/** What becomes of promoted champions that are better or worse than the one before, in a world that changes or not. */
final class Probations {

    private static final int HOLD_OUT = 1000;
    private static final double PROMISED = 0.8;
    /** Share of the images about which exactly one of the two is right. */
    private static final double DIFFERING = 0.1;

    private static final double[] GAINS = {0.05, 0.02, 0, -0.02, -0.05};
    private static final double[] DROPS = {0, 0.1, 0.2};

    private final ProbationRules rules = new ProbationRules(DriftSettings.DEFAULT.probation());
    private final long seed;
    private final int champions;

    Probations(long seed, int champions) {
        this.seed = seed;
        this.champions = champions;
    }

    Table rolledBack() {
        Table table = new Table("to the one before", "world as it was", "10 points harder", "20 points harder");
        for (double gain : GAINS) {
            String[] row = new String[DROPS.length + 1];
            row[0] = "%+.0f points".formatted(100 * gain);
            for (int i = 0; i < DROPS.length; i++) {
                row[i + 1] = Setting.percent(rolledBack(gain, DROPS[i]));
            }
            table.row(row);
        }
        return table;
    }

    private double rolledBack(double gain, double drop) {
        int failed = 0;
        for (int champion = 0; champion < champions; champion++) {
            failed += isRolledBack(gain, drop, new SplittableRandom(seed + champion)) ? 1 : 0;
        }
        return (double) failed / champions;
    }

    private boolean isRolledBack(double gain, double drop, SplittableRandom random) {
        int promised = 0;
        for (int image = 0; image < HOLD_OUT; image++) {
            promised += random.nextDouble() < PROMISED ? 1 : 0;
        }
        double onlyNew = (DIFFERING + gain) / 2;
        double both = PROMISED - drop - onlyNew;
        Probation probation = Probation.of(2, 2, 1, new Promise(HOLD_OUT, promised, 0));
        while (probation.status() == ProbationStatus.RUNNING) {
            double draw = random.nextDouble();
            boolean isNewRight = draw < both + onlyNew;
            boolean isPreviousRight = draw < both || (!isNewRight && draw < both + DIFFERING);
            probation = rules.after(probation, Optional.of(isPreviousRight), isNewRight);
        }
        return probation.status() == ProbationStatus.FAILED;
    }
}

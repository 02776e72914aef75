package io.hone.contracts.recipe;

import io.hone.contracts.Checks;
import java.util.List;

/** How the learning rates change over a run: what they are multiplied with. */
public sealed interface Schedule {

    /** @return factor, 0 to 1, of the step {@code iteration} of {@code iterations}, counted from 1 */
    double factor(int iteration, int iterations);

    /** The rates stay as they are. */
    record Constant() implements Schedule {
        @Override
        public double factor(int iteration, int iterations) {
            return 1;
        }
    }

    /**
     * @param at shares of the run, 0 to 1, rising: after each of them the rates are multiplied with {@code factor}
     * @param factor 0 to 1
     */
    record Step(List<Double> at, double factor) implements Schedule {
        public Step {
            at = List.copyOf(requireRising(Checks.present("schedule.steps", at)));
            Checks.within("schedule.factor", factor, 0, 1);
        }

        static List<Double> requireRising(List<Double> at) {
            double before = 0;
            for (double share : at) {
                Checks.within("schedule.steps", share, before, 1);
                before = share;
            }
            return at;
        }

        @Override
        public double factor(int iteration, int iterations) {
            double done = (iteration - 1) / (double) iterations;
            return Math.pow(
                    factor, (double) at.stream().filter(share -> done >= share).count());
        }
    }

    /**
     * Half a cosine from 1 down to 0 (Loshchilov and Hutter, "SGDR", 2017, one period), after a linear warm-up.
     *
     * @param warmUp share of the run during which the rates rise from almost 0, 0 to 0.5
     */
    record Cosine(double warmUp) implements Schedule {
        public Cosine {
            Checks.within("schedule.warm-up", warmUp, 0, 0.5);
        }

        @Override
        public double factor(int iteration, int iterations) {
            int warming = (int) Math.round(warmUp * iterations);
            if (iteration <= warming) {
                return iteration / (double) (warming + 1);
            }
            double done = (iteration - 1 - warming) / (double) Math.max(1, iterations - warming);
            return (1 + StrictMath.cos(Math.PI * done)) / 2;
        }
    }

    /** Names as they are written. */
    enum Name {
        CONSTANT,
        STEP,
        COSINE
    }
}

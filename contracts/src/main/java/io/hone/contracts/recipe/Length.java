package io.hone.contracts.recipe;

import io.hone.contracts.Checks;

/** How long a run trains. */
public sealed interface Length {

    /** @return steps in all, at least 1, when an epoch has {@code stepsInEpoch} */
    int iterations(int stepsInEpoch);

    /** @param count passes over the run's images, 1 to 10,000 */
    record Epochs(int count) implements Length {
        public Epochs {
            Checks.within("epochs", count, 1, 10_000);
        }

        @Override
        public int iterations(int stepsInEpoch) {
            return Math.multiplyExact(count, Math.max(1, stepsInEpoch));
        }
    }

    /** @param count steps, 1 to 10,000,000 */
    record Iterations(int count) implements Length {
        public Iterations {
            Checks.within("iterations", count, 1, 10_000_000);
        }

        @Override
        public int iterations(int stepsInEpoch) {
            return count;
        }
    }
}

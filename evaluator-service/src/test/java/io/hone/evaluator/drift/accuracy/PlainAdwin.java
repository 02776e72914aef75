package io.hone.evaluator.drift.accuracy;

import java.util.ArrayList;
import java.util.List;

/** The detector again, as slow and plain as it can be: it keeps every answer, and adds up anew each time. */
final class PlainAdwin {

    private final double delta;
    private final List<Boolean> answers = new ArrayList<>();
    /** How many answers stand together, the oldest first. */
    private final List<Integer> sizes = new ArrayList<>();

    private int seen;

    PlainAdwin(double delta) {
        this.delta = delta;
    }

    int width() {
        return answers.size();
    }

    double accuracy() {
        return share(answers);
    }

    /** @return whether a fall was found */
    boolean add(boolean isRight) {
        answers.add(isRight);
        sizes.add(1);
        for (int size = 1; sizes.lastIndexOf(size) - sizes.indexOf(size) >= 5; size *= 2) {
            int oldest = sizes.indexOf(size);
            sizes.set(oldest, 2 * size);
            sizes.remove(oldest + 1);
        }
        seen++;
        return seen % 32 == 0 && cut();
    }

    private boolean cut() {
        int bestBuckets = 0;
        int bestOlder = 0;
        double bestExcess = 1;
        int older = 0;
        for (int bucket = 0; bucket < sizes.size(); bucket++) {
            older += sizes.get(bucket);
            if (older >= 5 && answers.size() - older >= 5) {
                double excess = excess(older);
                if (excess > bestExcess) {
                    bestExcess = excess;
                    bestBuckets = bucket + 1;
                    bestOlder = older;
                }
            }
        }
        double before = share(answers.subList(0, bestOlder));
        sizes.subList(0, bestBuckets).clear();
        answers.subList(0, bestOlder).clear();
        return bestBuckets > 0 && before > accuracy();
    }

    /** ε of section 3.1 of the paper, and by how much the difference of the two means exceeds it. */
    private double excess(int older) {
        int n = answers.size();
        double harmonic = 1.0 / (1.0 / older + 1.0 / (n - older));
        double logarithm = Math.log(2 / (delta / Math.log(n)));
        double p = accuracy();
        double epsilon = Math.sqrt(2 / harmonic * p * (1 - p) * logarithm) + 2 / (3 * harmonic) * logarithm;
        double difference = share(answers.subList(0, older)) - share(answers.subList(older, n));
        return Math.abs(difference) / epsilon;
    }

    private static double share(List<Boolean> some) {
        return some.isEmpty()
                ? 0
                : (double) some.stream().filter(right -> right).count() / some.size();
    }
}

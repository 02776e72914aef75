package io.hone.evaluator.drift.accuracy;

import io.hone.contracts.Checks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Notices that answers have become right less often: ADWIN (Bifet and Gavaldà, Learning from Time-Changing Data with
 * Adaptive Windowing, 2007). It keeps a window of answers that is as long as its accuracy does not change: whenever an
 * older and a newer part differ by more than chance explains, the older part goes. No size of change or of window has to
 * be known beforehand. Memory grows with the logarithm of the window, because older answers are kept as sums.
 *
 * <p>The bound is the paper's for the variance of the window (section 3.1), with δ′ = δ / ln n as in its authors'
 * implementation. Two things differ: of all cuts that are significant the most significant is made at once, so that one
 * change is told once; and only a fall is told, though the window follows a rise as well. Not for several threads.
 */
public final class Adwin {

    /** Buckets of one size; one more, and the two oldest become one of twice the size. */
    private static final int BUCKETS = 5;

    /** Looking for a cut is what costs. */
    private static final int LOOKED_FOR_EVERY = 32;

    private static final int SMALLEST_PART = 5;

    private final double delta;
    /** Right answers of each bucket, the oldest first; a bucket of row i sums up 2^i answers. */
    private final List<Deque<Long>> rows = new ArrayList<>();

    private long seen;
    private long answers;
    private long right;

    /** @param delta how probable a cut may be, at each look, while nothing changes: 0 to 1 */
    public Adwin(double delta) {
        this(delta, AdwinState.NEW);
    }

    /** Goes on where another left off. */
    public Adwin(double delta, AdwinState state) {
        this.delta = Checks.within("delta", delta, Double.MIN_NORMAL, 1);
        this.seen = state.seen();
        for (List<Long> row : state.rows()) {
            long size = 1L << rows.size();
            rows.add(new ArrayDeque<>(row));
            answers += size * row.size();
            right += row.stream().mapToLong(Long::longValue).sum();
        }
    }

    public AdwinState state() {
        return new AdwinState(seen, rows.stream().map(List::copyOf).toList());
    }

    /** Answers in the window. */
    public long width() {
        return answers;
    }

    /** Of the window, 0 to 1; 0 while it is empty. */
    public double accuracy() {
        return answers == 0 ? 0 : (double) right / answers;
    }

    /** @return that the accuracy has fallen, when this answer is what made it certain enough */
    public Optional<AccuracyFall> add(boolean isRight) {
        append(isRight ? 1 : 0);
        seen++;
        return seen % LOOKED_FOR_EVERY == 0 ? mostSignificantCut().flatMap(this::make) : Optional.empty();
    }

    private void append(long ones) {
        answers++;
        right += ones;
        long carried = ones;
        for (int row = 0; ; row++) {
            if (row == rows.size()) {
                rows.add(new ArrayDeque<>());
            }
            Deque<Long> buckets = rows.get(row);
            buckets.addLast(carried);
            if (buckets.size() <= BUCKETS) {
                return;
            }
            carried = buckets.removeFirst() + buckets.removeFirst();
        }
    }

    /** @param buckets how many, from the oldest on, are its older part */
    private record Cut(int buckets, long olderAnswers, long olderRight, double excess, double bound) {}

    private Optional<Cut> mostSignificantCut() {
        Cut best = null;
        int buckets = 0;
        long olderAnswers = 0;
        long olderRight = 0;
        for (int row = rows.size() - 1; row >= 0; row--) {
            for (long ones : rows.get(row)) {
                buckets++;
                olderAnswers += 1L << row;
                olderRight += ones;
                if (Math.min(olderAnswers, answers - olderAnswers) >= SMALLEST_PART) {
                    Cut cut = cut(buckets, olderAnswers, olderRight);
                    best = best == null || cut.excess() > best.excess() ? cut : best;
                }
            }
        }
        return Optional.ofNullable(best).filter(cut -> cut.excess() > 1);
    }

    private Cut cut(int buckets, long olderAnswers, long olderRight) {
        long newerAnswers = answers - olderAnswers;
        double difference = (double) olderRight / olderAnswers - (double) (right - olderRight) / newerAnswers;
        double bound = bound(olderAnswers, newerAnswers);
        return new Cut(buckets, olderAnswers, olderRight, Math.abs(difference) / bound, bound);
    }

    private double bound(long olderAnswers, long newerAnswers) {
        double m = 1 / (1 / (double) olderAnswers + 1 / (double) newerAnswers);
        double log = Math.log(2 * Math.log((double) answers) / delta);
        double variance = accuracy() * (1 - accuracy());
        return Math.sqrt(2 / m * variance * log) + 2 / (3 * m) * log;
    }

    /** Lets the older part go; a fall is what is told of it. */
    private Optional<AccuracyFall> make(Cut cut) {
        answers -= cut.olderAnswers();
        right -= cut.olderRight();
        for (int i = 0; i < cut.buckets(); i++) {
            removeOldest();
        }
        double before = (double) cut.olderRight() / cut.olderAnswers();
        return before > accuracy()
                ? Optional.of(new AccuracyFall(before, accuracy(), answers, cut.bound()))
                : Optional.empty();
    }

    private void removeOldest() {
        while (rows.get(rows.size() - 1).isEmpty()) {
            rows.remove(rows.size() - 1);
        }
        rows.get(rows.size() - 1).removeFirst();
    }
}

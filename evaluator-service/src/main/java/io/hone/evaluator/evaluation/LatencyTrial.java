package io.hone.evaluator.evaluation;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Latency;
import io.hone.vision.classifier.PixelBatch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/**
 * Times two versions on single images from all over the hold-out, after a warm-up. Of each image the fastest of a few
 * passes counts: when the machine does something else meanwhile, a pass may take a hundred times as long, which says
 * nothing about the version. The two take turns, and take turns in going first, so that what remains hits both alike.
 */
final class LatencyTrial {

    private static final int WARM_UP_ROUNDS = 5;
    private static final int PASSES = 3;
    /** Of fewer, five in a hundred are none. */
    private static final int FEWEST_ROUNDS = 20;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final int rounds;
    private final LongSupplier nanoTime;

    /** @param rounds images that each is timed on; 0 for no trial */
    LatencyTrial(int rounds, LongSupplier nanoTime) {
        this.rounds = Checks.atLeast("latency images", rounds, 0);
        this.nanoTime = nanoTime;
    }

    record Times(Latency champion, Latency candidate) {}

    /**
     * @return empty where there is no image, or no trial
     * @throws CancellationException if the thread is interrupted between two images
     */
    Optional<Times> hold(Paper paper, Examinee champion, Examinee candidate) {
        int images = paper.images().size();
        if (rounds == 0 || images == 0) {
            return Optional.empty();
        }
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            PixelBatch image = image(paper, round % images);
            time(champion, image);
            time(candidate, image);
        }
        return Optional.of(measure(paper, champion, candidate));
    }

    private Times measure(Paper paper, Examinee champion, Examinee candidate) {
        long[] championNanos = new long[rounds];
        long[] candidateNanos = new long[rounds];
        long start = nanoTime.getAsLong();
        int round = 0;
        while (round < rounds && (round < FEWEST_ROUNDS || nanoTime.getAsLong() - start < LONGEST.toNanos())) {
            PixelBatch image = image(paper, (int) ((long) round * paper.images().size() / rounds));
            long[] fastest = fastest(image, round % 2 == 0, champion, candidate);
            championNanos[round] = fastest[0];
            candidateNanos[round] = fastest[1];
            round++;
        }
        return new Times(latency(championNanos, round), latency(candidateNanos, round));
    }

    /** @return the champion's time and the candidate's */
    private long[] fastest(PixelBatch image, boolean championFirst, Examinee champion, Examinee candidate) {
        long[] fastest = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int pass = 0; pass < PASSES; pass++) {
            if (championFirst) {
                fastest[0] = Math.min(fastest[0], time(champion, image));
                fastest[1] = Math.min(fastest[1], time(candidate, image));
            } else {
                fastest[1] = Math.min(fastest[1], time(candidate, image));
                fastest[0] = Math.min(fastest[0], time(champion, image));
            }
        }
        return fastest;
    }

    private static PixelBatch image(Paper paper, int position) {
        return PixelBatch.of(
                List.of(paper.pixels().apply(paper.images().get(position).id())));
    }

    private long time(Examinee examinee, PixelBatch image) {
        Interruption.check();
        long start = nanoTime.getAsLong();
        examinee.answer(image);
        return nanoTime.getAsLong() - start;
    }

    /** The 95th percentile by nearest rank. */
    private static Latency latency(long[] nanos, int count) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(0.95 * count) - 1;
        return new Latency(Arrays.stream(sorted).average().orElseThrow() / 1e6, sorted[rank] / 1e6);
    }
}

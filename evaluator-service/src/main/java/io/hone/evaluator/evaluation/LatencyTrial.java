package io.hone.evaluator.evaluation;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.Latency;
import io.hone.vision.classifier.PixelBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Times two versions on single images from all over the hold-out, after a warm-up. In the mean the fastest of a few passes
 * over an image counts: when the machine does something else meanwhile, a pass may take a hundred times as long, which says
 * nothing about the version. In the 95th percentile every pass counts, for that is what a server on this machine would see.
 * The two take turns, and take turns in going first, so that what the machine does hits both alike.
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
        Passes championPasses = new Passes();
        Passes candidatePasses = new Passes();
        long start = nanoTime.getAsLong();
        for (int round = 0; round < rounds && (round < FEWEST_ROUNDS || isEarly(start)); round++) {
            PixelBatch image = image(paper, (int) ((long) round * paper.images().size() / rounds));
            for (int pass = 0; pass < PASSES; pass++) {
                if (round % 2 == 0) {
                    championPasses.add(time(champion, image));
                    candidatePasses.add(time(candidate, image));
                } else {
                    candidatePasses.add(time(candidate, image));
                    championPasses.add(time(champion, image));
                }
            }
        }
        return new Times(championPasses.latency(), candidatePasses.latency());
    }

    private boolean isEarly(long start) {
        return nanoTime.getAsLong() - start < LONGEST.toNanos();
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

    /** What one version needed, {@value #PASSES} passes an image after one another. */
    private static final class Passes {

        private final List<Long> nanos = new ArrayList<>();

        void add(long pass) {
            nanos.add(pass);
        }

        /** The 95th percentile by nearest rank. */
        Latency latency() {
            double fastest = IntStream.range(0, nanos.size() / PASSES)
                    .mapToLong(image -> Collections.min(nanos.subList(image * PASSES, (image + 1) * PASSES)))
                    .average()
                    .orElseThrow();
            List<Long> sorted = nanos.stream().sorted().toList();
            int rank = (int) Math.ceil(0.95 * sorted.size()) - 1;
            return new Latency(fastest / 1e6, sorted.get(rank) / 1e6);
        }
    }
}

package io.hone.evaluator.evaluation;

import io.hone.contracts.Checks;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.store.Snapshot;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Shows two versions the same images, batch by batch, so that only one batch of pixels is in memory at a time. */
final class Exam {

    private final int batchSize;

    Exam(int batchSize) {
        this.batchSize = Checks.atLeast("batch size", batchSize, 1);
    }

    /** @throws CancellationException if the thread is interrupted between two batches */
    PairedOutcomes hold(Snapshot holdOut, Examinee champion, Examinee candidate, PairsByClass pairs) {
        PairedOutcomes outcomes = PairedOutcomes.NONE;
        List<StoredImage> images = holdOut.byArrival();
        for (int from = 0; from < images.size(); from += batchSize) {
            stopIfInterrupted();
            List<StoredImage> asked = images.subList(from, Math.min(from + batchSize, images.size()));
            PixelBatch batch = PixelBatch.of(
                    asked.stream().map(image -> holdOut.pixels(image.id())).toList());
            boolean[] championRight = champion.answer(batch, asked);
            boolean[] candidateRight = candidate.answer(batch, asked);
            for (int i = 0; i < asked.size(); i++) {
                outcomes = outcomes.plus(championRight[i], candidateRight[i]);
                pairs.add(asked.get(i).label(), championRight[i], candidateRight[i]);
            }
        }
        return outcomes;
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the evaluation was stopped");
        }
    }
}

package io.hone.evaluator.evaluation;

import io.hone.contracts.Checks;
import io.hone.contracts.image.ImageId;
import io.hone.evaluator.metrics.EvaluatorMetrics;
import io.hone.evaluator.report.AnswerSheet;
import io.hone.registry.version.Manifest;
import io.hone.vision.classifier.PixelBatch;
import io.hone.vision.classifier.Predictions;
import io.hone.vision.prediction.Answer;
import io.hone.vision.prediction.PredictionStore;
import io.hone.vision.store.StoredImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Has versions answer what images show. Images that a version has answered before are not shown to it again; the others
 * are shown batch by batch, so that only one batch of pixels is in memory at a time, and each batch's answers are kept.
 */
final class Exam {

    private final PredictionStore kept;
    private final AnswerKeys keys;
    private final int batchSize;
    private final EvaluatorMetrics metrics;

    Exam(PredictionStore kept, AnswerKeys keys, int batchSize, EvaluatorMetrics metrics) {
        this.kept = kept;
        this.keys = keys;
        this.batchSize = Checks.atLeast("batch size", batchSize, 1);
        this.metrics = metrics;
    }

    /** @throws CancellationException if the thread is interrupted between two batches */
    AnswerSheet take(Examinee examinee, Paper paper) {
        List<Optional<Answer>> known = known(examinee.manifest(), paper);
        Answer[] answers = known.stream().map(answer -> answer.orElse(null)).toArray(Answer[]::new);
        int[] missing = IntStream.range(0, answers.length)
                .filter(image -> answers[image] == null)
                .toArray();
        ask(examinee, paper, missing, answers);
        Manifest version = examinee.manifest();
        metrics.predicted(version.model(), missing.length, answers.length - missing.length);
        return new AnswerSheet(version.version(), version.classes(), paper.images(), List.of(answers));
    }

    /** What the version has answered before. */
    List<Optional<Answer>> known(Manifest version, Paper paper) {
        return kept.find(keys.of(version), paper.ids());
    }

    private void ask(Examinee examinee, Paper paper, int[] missing, Answer[] answers) {
        ExamProgress progress = new ExamProgress(examinee.manifest(), missing.length);
        for (int from = 0; from < missing.length; from += batchSize) {
            Interruption.check();
            int[] batch = IntStream.range(from, Math.min(from + batchSize, missing.length))
                    .map(i -> missing[i])
                    .toArray();
            List<ImageId> ids = IntStream.of(batch)
                    .mapToObj(paper.images()::get)
                    .map(StoredImage::id)
                    .toList();
            Predictions predictions = examinee.answer(
                    PixelBatch.of(ids.stream().map(paper.pixels()).toList()));
            for (int i = 0; i < batch.length; i++) {
                answers[batch[i]] = Answer.of(predictions, i);
            }
            kept.put(
                    keys.of(examinee.manifest()),
                    ids,
                    IntStream.of(batch).mapToObj(image -> answers[image]).toList());
            progress.answered(batch.length);
        }
    }
}

package io.hone.evaluator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.ClassScore;
import io.hone.contracts.verdict.Confusion;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import io.hone.contracts.verdict.Slice;
import io.hone.vision.prediction.Answer;
import io.hone.vision.store.StoredImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number against one counted over all images from its definition. */
class RandomReportsTest {

    private List<StoredImage> images;
    private AnswerSheet champion;
    private AnswerSheet candidate;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyNumberIsWhatItsDefinitionSays(int seed) {
        // Given
        draw(new Random(seed));

        // When
        Report report = Reports.of(
                champion,
                candidate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Hygiene.CLEAN,
                Instant.EPOCH);

        // Then
        check(report.champion(), champion);
        check(report.candidate(), candidate);
        for (ClassPair pair : report.classes()) {
            assertThat(pair.paired())
                    .isEqualTo(paired(i -> images.get(i).label().equals(pair.label())));
        }
        assertThat(report.golden()).isEqualTo(paired(i -> images.get(i).origin().golden()));
        for (Slice slice : report.slices()) {
            if (slice.by().equals("annotator")) {
                assertThat(slice.paired())
                        .isEqualTo(
                                paired(i -> images.get(i).origin().annotator().equals(Optional.of(slice.value()))));
            }
        }
    }

    private void draw(Random random) {
        int known = 2 + random.nextInt(12);
        Classes few = classes(known);
        Classes more = classes(known + random.nextInt(3));
        images = IntStream.range(0, 50 + random.nextInt(400))
                .mapToObj(i -> Sheets.image(
                        i,
                        "class " + random.nextInt(known + 4),
                        Sheets.origin(null, "annotator " + random.nextInt(4), "/ingest", Sheets.NEWEST, i % 7 == 0)))
                .toList();
        champion = Sheets.random(3, few, images, 0.5, random);
        candidate = Sheets.random(4, more, images, 0.7, random);
    }

    private static Classes classes(int count) {
        return new Classes(IntStream.range(0, count).mapToObj(i -> "class " + i).toList());
    }

    private void check(Performance performance, AnswerSheet sheet) {
        for (ClassScore score : performance.classes()) {
            assertThat(score.images())
                    .isEqualTo(count(i -> images.get(i).label().equals(score.label())));
            assertThat(score.predicted()).isEqualTo(count(i -> taken(sheet, i).equals(score.label())));
            assertThat(score.correct()).isEqualTo(count(i -> taken(sheet, i).equals(score.label()) && right(sheet, i)));
        }
        for (Confusion confusion : performance.confusion()) {
            assertThat(confusion.images())
                    .isEqualTo(count(i -> images.get(i).label().equals(confusion.label())
                            && taken(sheet, i).equals(confusion.predicted())));
        }
        assertThat(performance.confusion().stream().mapToInt(Confusion::images).sum())
                .isEqualTo(images.size());
        checkTopK(performance, sheet);
        assertThat(performance.calibration().error()).isEqualTo(calibrationError(sheet), within(1e-9));
    }

    private void checkTopK(Performance performance, AnswerSheet sheet) {
        performance.topK().ifPresent(topK -> {
            int near = count(i -> {
                Answer answer = sheet.answers().get(i);
                return IntStream.of(answer.guesses()).limit(topK.k()).anyMatch(guess -> sheet.classes()
                        .label(guess)
                        .equals(images.get(i).label()));
            });
            assertThat(topK.accuracy()).isEqualTo((double) near / images.size(), within(1e-12));
        });
        assertThat(performance.topK().isPresent()).isEqualTo(champion.classes().size() > 5);
    }

    /** Sum over the bins of share × distance, on images of classes that the version knows. */
    private double calibrationError(AnswerSheet sheet) {
        double error = 0;
        for (int bin = 0; bin < 15; bin++) {
            double from = bin / 15.0;
            double to = (bin + 1) / 15.0;
            int[] inside = IntStream.range(0, images.size())
                    .filter(i -> known(sheet, i)
                            && sheet.answers().get(i).confidence() > from
                            && sheet.answers().get(i).confidence() <= to)
                    .toArray();
            if (inside.length > 0) {
                double sure = IntStream.of(inside)
                        .mapToDouble(i -> sheet.answers().get(i).confidence())
                        .average()
                        .orElseThrow();
                double accuracy = (double) IntStream.of(inside)
                                .filter(i -> right(sheet, i))
                                .count()
                        / inside.length;
                error += (double) inside.length / count(i -> known(sheet, i)) * Math.abs(accuracy - sure);
            }
        }
        return error;
    }

    private PairedOutcomes paired(IntPredicate chosen) {
        return new PairedOutcomes(
                count(i -> chosen.test(i) && right(champion, i) && right(candidate, i)),
                count(i -> chosen.test(i) && right(champion, i) && !right(candidate, i)),
                count(i -> chosen.test(i) && !right(champion, i) && right(candidate, i)),
                count(i -> chosen.test(i) && !right(champion, i) && !right(candidate, i)));
    }

    private int count(IntPredicate chosen) {
        return (int) IntStream.range(0, images.size()).filter(chosen).count();
    }

    private boolean known(AnswerSheet sheet, int image) {
        return sheet.classes().labels().contains(images.get(image).label());
    }

    private static String taken(AnswerSheet sheet, int image) {
        return sheet.classes().label(sheet.answers().get(image).guesses()[0]);
    }

    private boolean right(AnswerSheet sheet, int image) {
        return taken(sheet, image).equals(images.get(image).label());
    }
}

package io.hone.evaluator.report;

import static io.hone.evaluator.report.Sheets.answer;
import static io.hone.evaluator.report.Sheets.image;
import static io.hone.evaluator.report.Sheets.images;
import static io.hone.evaluator.report.Sheets.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.Calibration.Bin;
import io.hone.contracts.verdict.ClassPair;
import io.hone.contracts.verdict.ClassScore;
import io.hone.contracts.verdict.Confusion;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.Interval;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import io.hone.contracts.verdict.TopK;
import io.hone.contracts.verdict.Votes;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.StoredImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each number worked out by hand. */
class ReportsTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final Classes THREE = Classes.of("cat", "dog", "fox");
    private static final Classes FOUR = Classes.of("cat", "dog", "fox", "owl");

    /** Of the ten, nobody knows the last one's label, and only the candidate knows owls. */
    private static final List<StoredImage> IMAGES =
            images("cat", "cat", "cat", "cat", "dog", "dog", "dog", "owl", "owl", "elk");

    private final AnswerSheet champion = sure(3, THREE, IMAGES, 0, 0, 0, 1, 1, 1, 0, 0, 1, 2);
    private final AnswerSheet candidate = sure(4, FOUR, IMAGES, 0, 0, 1, 0, 1, 1, 1, 3, 0, 1);

    @Test
    void scoresOfEachClassWithLabelsThatNobodyKnowsLast() {
        // When
        Performance performance = report().candidate();

        // Then
        assertThat(performance.version()).isEqualTo(4);
        assertThat(performance.classes())
                .containsExactly(
                        new ClassScore("cat", 4, 4, 3),
                        new ClassScore("dog", 3, 5, 3),
                        new ClassScore("fox", 0, 0, 0),
                        new ClassScore("owl", 2, 1, 1),
                        new ClassScore("elk", 1, 0, 0));
        // Recalls of those with images: 3/4, 1, 1/2, 0
        assertThat(performance.balancedAccuracy()).isEqualTo((0.75 + 1 + 0.5) / 4, EXACT);
        // F1: 6/8, 6/8, 2/3, 0
        assertThat(performance.macroF1()).isEqualTo((0.75 + 0.75 + 2.0 / 3) / 4, EXACT);
        assertThat(report().champion().classes())
                .extracting(ClassScore::label)
                .containsExactly("cat", "dog", "fox", "elk", "owl");
    }

    @Test
    void whatIsTakenForWhatInTheOrderOfTheClasses() {
        assertThat(report().candidate().confusion())
                .containsExactly(
                        new Confusion("cat", "cat", 3),
                        new Confusion("cat", "dog", 1),
                        new Confusion("dog", "dog", 3),
                        new Confusion("owl", "cat", 1),
                        new Confusion("owl", "owl", 1),
                        new Confusion("elk", "dog", 1));
    }

    @Test
    void pairsOfEachClassOfEither() {
        // When
        Report report = report();

        // Then
        assertThat(report.classes())
                .containsExactly(
                        new ClassPair("cat", true, new PairedOutcomes(2, 1, 1, 0)),
                        new ClassPair("dog", true, new PairedOutcomes(2, 0, 1, 0)),
                        new ClassPair("fox", true, PairedOutcomes.NONE),
                        new ClassPair("owl", false, new PairedOutcomes(0, 0, 1, 1)));
        assertThat(report.shared()).isEqualTo(new PairedOutcomes(4, 1, 2, 0));
        assertThat(report.added()).isEqualTo(new PairedOutcomes(0, 0, 1, 1));
        assertThat(new Pairs(champion, candidate).all()).isEqualTo(new PairedOutcomes(4, 1, 3, 2));
    }

    @Test
    void aClassThatTheCandidateHasLostIsThereAllTheSame() {
        // Given: the other way round, the champion knows owls and the candidate does not
        AnswerSheet knowing = candidate;
        AnswerSheet forgetful = champion;

        // When
        Report report = Reports.of(
                knowing, forgetful, Optional.empty(), Optional.empty(), Optional.empty(), Hygiene.CLEAN, Instant.EPOCH);

        // Then
        assertThat(report.classes()).extracting(ClassPair::label).containsExactly("cat", "dog", "fox", "owl");
        assertThat(report.classes().get(3)).isEqualTo(new ClassPair("owl", true, new PairedOutcomes(0, 1, 0, 1)));
    }

    /** The third as in Newcombe, "Two-Sided Confidence Intervals for the Single Proportion", 1998. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.2775", "10, 10, 0.7225, 1", "81, 263, 0.2553, 0.3662", "5, 10, 0.2366, 0.7634"})
    void theWilsonInterval(int correct, int images, double low, double high) {
        // When
        Interval interval = Wilson.of(correct, images);

        // Then
        assertThat(interval.low()).isEqualTo(low, within(5e-5));
        assertThat(interval.high()).isEqualTo(high, within(5e-5));
    }

    @Test
    void withoutImagesNothingIsKnown() {
        // Given
        List<StoredImage> none = images();
        AnswerSheet empty = new AnswerSheet(2, THREE, none, List.of());

        // When
        Report report = Reports.of(
                empty, empty, Optional.empty(), Optional.empty(), Optional.empty(), Hygiene.CLEAN, Instant.EPOCH);

        // Then
        assertThat(report.champion().accuracy()).isEqualTo(new Interval(0, 1));
        assertThat(report.champion().balancedAccuracy()).isZero();
        assertThat(report.champion().macroF1()).isZero();
        assertThat(report.champion().calibration().error()).isZero();
        assertThat(report.champion().calibration().bins()).isEmpty();
        assertThat(report.slices()).isEmpty();
        assertThat(report.golden()).isEqualTo(PairedOutcomes.NONE);
    }

    @Test
    void calibrationOverFifteenBins() {
        // Given: two up to 1/15, one up to 9/15, one just above, one in the last bin
        AnswerSheet sheet = new AnswerSheet(
                2,
                THREE,
                images("cat", "cat", "cat", "cat", "dog"),
                List.of(answer(0, 0), answer(0.0625, 1), answer(0.55, 0), answer(0.6, 1), answer(1, 0)));

        // When
        var calibration = Reliability.of(sheet);

        // Then: 0.6 as a float lies a little above 9/15
        assertThat(calibration.bins()).extracting(Bin::images).containsExactly(2, 1, 1, 1);
        assertThat(calibration.bins().get(0).accuracy()).isEqualTo(0.5);
        assertThat(calibration.bins().get(0).confidence()).isEqualTo(0.03125);
        assertThat(calibration.bins().get(0).from()).isZero();
        assertThat(calibration.bins().get(1).from()).isEqualTo(8 / 15.0);
        assertThat(calibration.bins().get(1).to()).isEqualTo(9 / 15.0);
        assertThat(calibration.bins().get(3)).isEqualTo(new Bin(14 / 15.0, 1, 1, 1, 0));
        // |1 - 1/16| + |1 - 0.55| + |0 - 0.6| + |0 - 1|, of five
        assertThat(calibration.error()).isEqualTo((0.9375 + 0.45 + 0.6 + 1) / 5, within(1e-6));
    }

    @Test
    void howSureAVersionIsOfClassesThatItDoesNotKnowIsNotHeldAgainstIt() {
        // Given: the champion, who knows no owls, is as sure of them as of all else
        Report report = report();

        // When, Then: of seven images that it can know it is right on five
        assertThat(report.champion().calibration().bins())
                .extracting(Bin::images)
                .containsExactly(7);
        assertThat(report.champion().calibration().error()).isEqualTo(1 - 5 / 7.0, EXACT);
        assertThat(report.candidate().calibration().bins())
                .extracting(Bin::images)
                .containsExactly(9);
        assertThat(report.candidate().calibration().error()).isEqualTo(1 - 7 / 9.0, EXACT);
    }

    @Test
    void imagesOfAGroupHaveOneVote() {
        // Given: a burst of which two are mended and one broken, one of which one is broken, and two images by
        // themselves
        List<StoredImage> images = List.of(
                image(0, "cat", group("first")),
                image(1, "cat", group("first")),
                image(2, "cat", group("first")),
                image(3, "dog", group("second")),
                image(4, "dog", group("second")),
                image(5, "dog", LabelOrigin.UNKNOWN),
                image(6, "cat", group("alone")));
        AnswerSheet before = sure(3, THREE, images, 1, 1, 0, 1, 1, 0, 0);
        AnswerSheet now = sure(4, THREE, images, 0, 0, 1, 1, 0, 1, 0);

        // When
        Report report = Reports.of(
                before, now, Optional.empty(), Optional.empty(), Optional.empty(), Hygiene.CLEAN, Instant.EPOCH);

        // Then: 7² / (3² + 2² + 1 + 1) is 3.27
        assertThat(new Pairs(before, now).all())
                .isEqualTo(new PairedOutcomes(2, 2, 3, 0).withGroups(new Votes(3, 2, 1)));
        assertThat(report.classes().get(0).paired())
                .isEqualTo(new PairedOutcomes(1, 1, 2, 0).withGroups(new Votes(1, 1, 0)));
        assertThat(report.classes().get(1).paired())
                .isEqualTo(new PairedOutcomes(1, 1, 1, 0).withGroups(new Votes(1, 1, 1)));
    }

    private static LabelOrigin group(String name) {
        return Sheets.origin(name, null, "/ingest", Sheets.NEWEST, false);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "5, 0", "6, 3", "7, 3", "8, 4", "9, 4", "10, 5", "1000, 5"})
    void guessesByTheNumberOfClasses(int classes, int k) {
        assertThat(Guesses.among(classes).k()).isEqualTo(k);
    }

    @Test
    void aLabelAmongTheFirstGuessesIsNear() {
        // Given
        Classes six = Classes.of("a", "b", "c", "d", "e", "f");
        AnswerSheet sheet = new AnswerSheet(
                2,
                six,
                images("a", "b", "c", "d", "g"),
                List.of(
                        answer(1, 0, 1, 2, 3, 4),
                        answer(1, 0, 1, 2, 3, 4),
                        answer(1, 0, 1, 2, 3, 4),
                        answer(1, 0, 1, 2, 3, 4),
                        answer(1, 0, 1, 2, 3, 4)));

        // When, then
        assertThat(Guesses.among(6).of(sheet)).contains(new TopK(3, 0.6));
        assertThat(Guesses.among(5).of(sheet)).isEmpty();
    }

    @Test
    void versionsThatSawOtherImagesAreNotCompared() {
        // Given
        AnswerSheet other = sure(4, THREE, images("dog"), 0);
        AnswerSheet one = sure(3, THREE, images("cat"), 0);

        // When, then
        assertThatThrownBy(() -> new Pairs(one, other)).hasMessage("versions 3 and 4 were shown different images");
        assertThatThrownBy(() -> new AnswerSheet(2, THREE, IMAGES, List.of())).hasMessage("0 answers for 10 images");
    }

    private Report report() {
        return Reports.of(
                champion,
                candidate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Hygiene.CLEAN,
                Instant.EPOCH);
    }
}

package io.hone.evaluator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule met, not met, and at its very bound. */
class RulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat,dog | cat,dog | true | The candidate keeps the champion's 2 classes.",
                "cat,dog | cat,dog,horse | true | The candidate keeps the champion's 2 classes and has 1 more.",
                "cat,dog,truck | cat,dog,horse | false | class 2 is 'horse' in the candidate, 'truck' in the champion",
                "cat,dog | dog,cat | false | class 0 is 'dog' in the candidate, 'cat' in the champion",
                "cat,dog,truck | cat,dog | false | class 2 is absent in the candidate, 'truck' in the champion"
            })
    void aCandidateMustKeepTheChampionsClasses(String champion, String candidate, boolean passed, String said) {
        // When
        Finding finding = ClassesKept.check(Classes.of(champion.split(",")), Classes.of(candidate.split(",")));

        // Then
        assertThat(finding.rule()).isEqualTo("classes-kept");
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99 | false | The hold-out has 99 images; at least 100 are needed to tell, so the verdict waits for more.",
                "100 | true | The hold-out has 100 images; at least 100 are needed to tell."
            })
    void thereMustBeHoldOutImagesEnough(int images, boolean passed, String said) {
        assertThat(new HoldOutImages(100)
                        .check(EvidenceBuilder.images(0, 0, 0, images).build()))
                .isEqualTo(new Finding("hold-out-images", images, 100, passed, said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 5 | 5 | 3 | true | Each of the champion's 3 classes has at least 5 images in the hold-out.",
                "5 | 4 | 9 | 2 | true | 2 of the champion's 3 classes have at least 5 images in the hold-out; 2 are needed.",
                "0 | 4 | 9 | 1 | false | There are few of ant (0), bee (4)."
            })
    void mostClassesMustHaveSomeImages(int ants, int bees, int cats, int covered, boolean passed, String said) {
        // Given
        Evidence evidence = new EvidenceBuilder()
                .known("ant", ants, 0, 0, 0)
                .known("bee", bees, 0, 0, 0)
                .known("cat", cats, 0, 0, 0)
                .build();

        // When
        Finding finding = new HoldOutImagesPerClass(5, 0.6).check(evidence);

        // Then
        assertThat(finding.measured()).isEqualTo(covered);
        assertThat(finding.bound()).isEqualTo(2);
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation()).contains(said);
    }

    @Test
    void aShareOfTheClassesIsNotRoundedUpByTheWayNumbersAreKept() {
        // Given: 0.7 of ten classes is 7.000000000000001 in floating point, but seven to people
        EvidenceBuilder ten = new EvidenceBuilder();
        for (int i = 0; i < 10; i++) {
            ten.known("c" + i, i < 7 ? 5 : 0, 0, 0, 0);
        }

        // When, Then
        assertThat(new HoldOutImagesPerClass(5, 0.7).check(ten.build()).passed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5, 9, true", "4, 9, false", "0, 9, false"})
    void everyNewClassMustHaveSomeImages(int horses, int trucks, boolean passed) {
        // Given
        Evidence evidence = EvidenceBuilder.better()
                .added("horse", horses, 0)
                .added("truck", 0, trucks)
                .build();

        // When
        Finding finding = new NewClassImages(5).check(evidence);

        // Then
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation())
                .isEqualTo("Of the 2 new classes, horse has the fewest hold-out images: %d, where 5 are needed to tell."
                        .formatted(horses));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 5 | 0.5 | true | The candidate is right on 80.50 % of the hold-out, the champion on 80.00 %: a gain of 0.50 points, where a gain of 0.5 is asked for.",
                "0 | 4 | 0.4 | false | a gain of 0.40 points, where a gain of 0.5 is asked for; more images will tell.",
                "7 | 7 | 0 | false | no change",
                "30 | 10 | -2 | false | a loss of 2.00 points, where a gain of 0.5 is asked for."
            })
    void theGainMustBeLargeEnough(int broken, int mended, double gain, boolean passed, String said) {
        // Given: 1,000 images, the champion right on 800
        Evidence evidence = EvidenceBuilder.images(800 - broken, broken, mended, 200 - mended)
                .build();

        // When
        Finding finding = new MinimumGain(0.5).check(evidence);

        // Then
        assertThat(finding.measured()).isEqualTo(gain);
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation()).contains(said);
    }

    /** At the very bound, missed by a little, and by so much that no chance is left. */
    @ParameterizedTest
    @CsvSource({"100, true, INCONCLUSIVE", "101, false, INCONCLUSIVE", "119, false, REJECTED"})
    void notTooMuchMustBreak(int broken, boolean passed, Outcome unmet) {
        // Given: 1,000 images
        Evidence evidence =
                EvidenceBuilder.images(600, broken, 200, 200 - broken).build();

        // When
        Finding finding = new NegativeFlips(0.1).check(evidence);

        // Then
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation())
                .isEqualTo(
                        "%s.%s0 %% of the hold-out that the champion had right would break, where 10.00 %% is allowed%s."
                                .formatted(
                                        broken / 10,
                                        broken % 10,
                                        passed || unmet == Outcome.REJECTED ? "" : "; more images will tell"));
        assertThat(new NegativeFlips(0.1).whenUnmet(evidence)).isEqualTo(unmet);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.10, true", "0.05, 0.1001, false", "0.30, 0.02, true"})
    void confidenceMustStayNearlyAsGood(double champion, double candidate, boolean passed) {
        assertThat(new CalibrationKept(0.05)
                        .check(EvidenceBuilder.better()
                                .calibration(champion, candidate)
                                .build())
                        .passed())
                .isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 100, INCONCLUSIVE", "0.2, 10000, REJECTED", "0.9, 100, REJECTED"})
    void aCalibrationErrorOfFewImagesMayBeChance(double candidate, int images, Outcome unmet) {
        // Given: half of the images are right
        Evidence evidence =
                EvidenceBuilder.better().calibration(0.1, candidate, images).build();

        // When
        CalibrationKept rule = new CalibrationKept(0.05);

        // Then
        assertThat(rule.check(evidence).passed()).isFalse();
        assertThat(rule.check(evidence).explanation())
                .endsWith(unmet == Outcome.REJECTED ? "is allowed." : "is allowed; more images will tell.");
        assertThat(rule.whenUnmet(evidence)).isEqualTo(unmet);
    }

    @ParameterizedTest
    @CsvSource({"20, 30, true", "20, 30.1, false", "20, 10, true", "0.5, 1.5, true", "0.5, 1.6, false"})
    void theCandidateMustNotBeMuchSlower(double champion, double candidate, boolean passed) {
        assertThat(new LatencyKept(1.5)
                        .check(EvidenceBuilder.better()
                                .latency(champion, candidate)
                                .build())
                        .passed())
                .isEqualTo(passed);
    }

    @Test
    void whatWasNotMeasuredIsSaidToBe() {
        // Given
        Evidence evidence = EvidenceBuilder.better().nothingMeasured().build();

        // When
        Finding calibration = new CalibrationKept(0.05).check(evidence);
        Finding latency = new LatencyKept(1.5).check(evidence);

        // Then
        assertThat(calibration.explanation()).endsWith("was not measured.");
        assertThat(latency.explanation()).endsWith("was not measured.");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, true, INCONCLUSIVE",
        "11, 0, false, INCONCLUSIVE",
        "30, 0, false, REJECTED",
        "0, 10, true, INCONCLUSIVE"
    })
    void smallLossesMustNotAddUp(int broken, int mended, boolean passed, Outcome unmet) {
        // Given: 1,000 images
        Evidence evidence = EvidenceBuilder.better()
                .best(3, 900 - broken, broken, mended, 100 - mended)
                .build();

        // When
        Finding finding = new BestKept(1).check(evidence);

        // Then
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation())
                .startsWith("Version 3, the best champion so far, is right on 90.00 % of the present hold-out");
        assertThat(new BestKept(1).whenUnmet(evidence)).isEqualTo(unmet);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, true", "1, 0, 0, false", "1, 1, 0, true", "1, 0, 5, true", "2, 0, 5, false"})
    void theGoldenSetMustNotFall(int broken, int mended, double allowed, boolean passed) {
        // Given: 20 golden images
        Evidence evidence = EvidenceBuilder.better()
                .golden(18 - broken, broken, mended, 2 - mended)
                .build();

        // When
        Finding finding = new GoldenSet(allowed).check(evidence);

        // Then
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation())
                .startsWith("On the 20 golden images the candidate is right on %d, the champion on 18"
                        .formatted(18 - broken + mended));
    }

    @ParameterizedTest
    @CsvSource({"50, true, INCONCLUSIVE", "51, false, INCONCLUSIVE", "70, false, REJECTED"})
    void forNewClassesNotTooMuchMustBeForgotten(int broken, boolean passed, Outcome unmet) {
        // Given: 1,000 images of classes that both know
        Evidence evidence = EvidenceBuilder.images(800, broken, 0, 200 - broken)
                .added("horse", 50, 0)
                .build();

        // When
        Finding finding = new SharedClasses(5).check(evidence);

        // Then
        assertThat(finding.measured()).isEqualTo(broken / 10.0);
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(new SharedClasses(5).whenUnmet(evidence)).isEqualTo(unmet);
    }

    @ParameterizedTest
    @CsvSource({"30, 70, true, INCONCLUSIVE", "29, 71, false, INCONCLUSIVE", "20, 80, false, REJECTED"})
    void newClassesMustReallyBeKnown(int right, int wrong, boolean passed, Outcome unmet) {
        // Given: another that is easy
        Evidence evidence = EvidenceBuilder.better()
                .added("horse", right, wrong)
                .added("truck", 900, 100)
                .build();

        // When
        Finding finding = new NewClasses(0.3).check(evidence);

        // Then
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation())
                .isEqualTo(
                        "Of 2 new classes the candidate finds horse least: %d.00 %% of its 100 images, where 30.00 %% of each is asked for%s."
                                .formatted(
                                        right, passed || unmet == Outcome.REJECTED ? "" : "; more images will tell"));
        assertThat(new NewClasses(0.3).whenUnmet(evidence)).isEqualTo(unmet);
    }

    @Test
    void whatARuleCannotBeAppliedToItSays() {
        // Given
        Evidence plain = EvidenceBuilder.better().build();

        // When, Then
        assertThat(new NewClassImages(5).check(plain).explanation()).isEqualTo("The candidate brings no new classes.");
        assertThat(new NewClasses(0.3).check(plain).explanation()).isEqualTo("The candidate brings no new classes.");
        assertThat(new SharedClasses(5).check(plain).passed()).isTrue();
        assertThat(new GoldenSet(0).check(plain).explanation()).isEqualTo("There is no golden set.");
        assertThat(new BestKept(1).check(plain).explanation()).isEqualTo("The champion is the best there ever was.");
    }
}

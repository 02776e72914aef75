package io.hone.evaluator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.verdict.Finding;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Votes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that ask whether something is chance. */
class RulesOfChanceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35 | 281 | true | On 806 hold-out images the candidate mends 281 and breaks 35: better with p < 0.0001, where 0.0096 was allowed.",
                "30 | 40 | false | that may be chance, with p = 0.14, where 0.0096 was allowed.",
                "0 | 7 | true | better with p = 0.0078, where 0.0096 was allowed.",
                "0 | 6 | false | that may be chance, with p = 0.016, where 0.0096 was allowed.",
                "0 | 0 | false | On 806 hold-out images the candidate mends 0 and breaks 0: that may be chance, with p = 1"
            })
    void theGainMustHardlyBeChance(int broken, int mended, boolean passed, String said) {
        // Given
        Evidence evidence = EvidenceBuilder.images(300, broken, mended, 506 - broken - mended)
                .build();

        // When
        Finding finding = new Significance(0.0096).check(evidence);

        // Then
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.explanation()).contains(said);
    }

    @Test
    void imagesOfAGroupAreNoEvidenceEach() {
        // Given: ten images of one burst are mended
        Evidence evidence = EvidenceBuilder.images(300, 0, 10, 496)
                .grouped(new Votes(797, 1, 0))
                .build();

        // When
        Finding finding = new Significance(0.0096).check(evidence);

        // Then
        assertThat(finding.measured()).isEqualTo(0.5);
        assertThat(finding.passed()).isFalse();
        assertThat(finding.explanation())
                .isEqualTo(
                        "On 806 hold-out images the candidate mends 10 and breaks 0, by groups of images, with one vote"
                                + " each, 1 and 0: that may be chance, with p = 0.5, where 0.0096 was allowed.");
    }

    @Test
    void imagesOfAGroupHoldNothingAgainstAClassEach() {
        // Given: three bursts of ten of one class, of which one breaks, and another class that is as it was
        PairedOutcomes bursts = new PairedOutcomes(20, 10, 0, 0);
        Evidence each = new EvidenceBuilder()
                .known("cat", 50, 0, 0, 0)
                .known("dog", bursts)
                .build();
        Evidence grouped = new EvidenceBuilder()
                .known("cat", 50, 0, 0, 0)
                .known("dog", bursts.withGroups(new Votes(3, 0, 1)))
                .build();

        // When, Then
        assertThat(new ClassRecall(10, 0.05).check(each).passed()).isFalse();
        assertThat(new ClassRecall(10, 0.05).check(grouped).passed()).isTrue();
    }

    @Test
    void anAllowedProbabilityTooSmallForFourDecimalsIsTold() {
        // When: 17 mended, none broken
        Finding finding = new Significance(0.0000123)
                .check(EvidenceBuilder.images(9, 0, 17, 9).build());

        // Then
        assertThat(finding.explanation()).endsWith("better with p = 0.0000076, where 0.000012 was allowed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // One of three images is nothing to go by, though it is 33 points.
                "1 | 0 | 2 | 3 | true | closest comes dog, found on 3 of its 3 images before and on 2 now.",
                // 30 of 100 beyond doubt.
                "30 | 0 | 70 | 100 | false | on 1 class: dog, found on 100 of its 100 images before and on 70 now.",
                // As much is lost as is allowed.
                "10 | 0 | 90 | 100 | true | closest comes dog",
                "5 | 9 | 80 | 94 | true | No class is found less often than before."
            })
    void noClassMustLoseMuch(int broken, int mended, int both, int images, boolean passed, String said) {
        // Given: another class, of which nothing is to be said
        Evidence evidence = new EvidenceBuilder()
                .known("cat", 50, 0, 0, 0)
                .known("dog", both, broken, mended, images - both - broken - mended)
                .build();

        // When
        Finding finding = new ClassRecall(10, 0.05).check(evidence);

        // Then
        assertThat(finding.passed()).isEqualTo(passed);
        assertThat(finding.measured() > finding.bound()).isEqualTo(passed);
        assertThat(finding.explanation()).contains(said);
    }

    /** As a run of the demo went. */
    @Test
    void whatAChampionFoundBySayingItTooOftenIsNoLoss() {
        // Given: 175 of all images were taken for a cat before, 54 are now
        Evidence corrected = new EvidenceBuilder()
                .known("dog", 50, 0, 0, 0)
                .known("cat", 29, 28, 3, 31)
                .taken(175, 54)
                .build();
        // and a champion that was as sparing with it
        Evidence lost = new EvidenceBuilder()
                .known("dog", 50, 0, 0, 0)
                .known("cat", 29, 28, 3, 31)
                .taken(70, 54)
                .build();

        // When
        Finding better = new ClassRecall(10, 0.05).check(corrected);
        Finding worse = new ClassRecall(10, 0.05).check(lost);

        // Then
        assertThat(better.passed()).isTrue();
        assertThat(better.measured()).isGreaterThan(better.bound());
        assertThat(better.explanation())
                .isEqualTo(
                        "Fewer mistakes are made about cat, though it is found on 57 of its 91 images before and on 32 now.");
        assertThat(worse.passed()).isFalse();
        assertThat(worse.explanation()).contains("on 1 class: cat, found on 57 of its 91 images before and on 32 now");
    }

    @Test
    void ofManyClassesThatLoseTheWorstAreNamed() {
        // Given
        EvidenceBuilder many = new EvidenceBuilder();
        for (int i = 1; i <= 5; i++) {
            many.known("c" + i, 60 - i, 40 + i, 0, 0);
        }

        // When
        Finding finding = new ClassRecall(10, 0.05).check(many.build());

        // Then
        assertThat(finding.explanation())
                .contains("on 5 classes: c5, found on 100 of its 100 images before and on 55 now; c4,")
                .endsWith("; and others.");
    }
}

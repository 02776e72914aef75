package io.hone.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private static GivenLabel given(String label, int minute, String annotator, String annotation) {
        return new GivenLabel(
                label,
                MONDAY.plusSeconds(60L * minute),
                Optional.ofNullable(annotator),
                Optional.ofNullable(annotation));
    }

    private static LabelHistory history(GivenLabel... labels) {
        LabelHistory history = LabelHistory.NONE;
        for (GivenLabel label : labels) {
            history = history.and(label);
        }
        return history;
    }

    @Test
    void theLastLabelOfEachAnnotatorCounts() {
        // Given
        LabelHistory history = history(
                given("cat", 0, "ada", null),
                given("dog", 1, "bob", null),
                given("cow", 2, "ada", null),
                given("emu", 3, null, null),
                given("fox", 4, null, null));

        // When, Then
        assertThat(history.votes(label -> true)).extracting(GivenLabel::label).containsExactly("dog", "cow", "fox");
    }

    @Test
    void aChangedAnnotationSaysWhatItSaysNow() {
        // Given an annotation of ada's that bob has changed
        LabelHistory history = history(given("cat", 0, "ada", "17"), given("dog", 1, "bob", "17"));

        // When, Then
        assertThat(history.votes(label -> true)).extracting(GivenLabel::label).containsExactly("dog");
    }

    @Test
    void whatIsWithdrawnCountsNoMoreAndIsKept() {
        // Given
        LabelHistory history = history(given("cat", 0, "ada", "16"), given("dog", 1, "ada", "17"));

        // When
        LabelHistory without = history.withdraw("17", MONDAY);

        // Then what she had said before counts again
        assertThat(without.votes(label -> true)).extracting(GivenLabel::label).containsExactly("cat");
        assertThat(without.labels()).hasSize(2);
        assertThat(without.standsBy("17")).isFalse();
        assertThat(without.standsBy("16")).isTrue();
    }

    @Test
    void twoWhoKnowDifferentThingsKnowAllOfThem() {
        // Given
        LabelHistory both = history(given("cat", 0, "ada", "17"));
        LabelHistory one = both.and(given("dog", 1, "bob", null));
        LabelHistory other = both.and(given("cow", 2, "eve", null)).withdraw("17", MONDAY);

        // When
        LabelHistory merged = one.and(other);

        // Then
        assertThat(merged.labels()).extracting(GivenLabel::label).containsExactly("cat", "dog", "cow");
        assertThat(merged.standsBy("17")).isFalse();
    }

    @Test
    void theSameOnceMoreIsNoNews() {
        // Given
        LabelHistory history = history(given("cat", 0, "ada", null));

        // When, Then
        assertThat(history.and(given("cat", 9, "ada", null))).isEqualTo(history);
        assertThat(history.and(given("dog", 5, "bob", null))
                        .and(given("cat", 9, "ada", null))
                        .labels())
                .as("said again after somebody else has said something")
                .hasSize(3);
    }

    @Test
    void theOldestThatCountsNoMoreIsForgottenFirst() {
        // Given somebody who changes their mind all the time, after somebody who does not
        LabelHistory history = history(given("cat", 0, "ada", null));

        // When
        for (int i = 1; i <= 50; i++) {
            history = history.and(given("label " + i, i, "bob", null));
        }

        // Then
        assertThat(history.labels()).hasSize(LabelHistory.MOST);
        assertThat(history.votes(label -> true)).extracting(GivenLabel::label).containsExactly("cat", "label 50");
    }

    @Test
    void theLongestFitsBesideAnImage() {
        // Given
        String longest = "€".repeat(200);

        // When
        LabelHistory history = new LabelHistory(IntStream.range(0, 30)
                .mapToObj(i -> new GivenLabel(
                        longest,
                        MONDAY.plusNanos(i + 1),
                        Optional.of(longest),
                        Optional.of(longest),
                        Optional.of(MONDAY.plusNanos(1))))
                .toList());

        // Then
        assertThat(history.written().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(48 << 10);
        assertThat(LabelHistory.parse(history.written())).isEqualTo(history);
    }
}

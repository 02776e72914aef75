package io.hone.evaluator.report;

import static io.hone.evaluator.report.Sheets.NEWEST;
import static io.hone.evaluator.report.Sheets.image;
import static io.hone.evaluator.report.Sheets.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.Classes;
import io.hone.contracts.verdict.Hygiene;
import io.hone.contracts.verdict.PairedOutcomes;
import io.hone.contracts.verdict.Slice;
import io.hone.contracts.verdict.Votes;
import io.hone.vision.store.LabelOrigin;
import io.hone.vision.store.StoredImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {

    private static final Classes CLASSES = Classes.of("cat", "dog");

    private final List<StoredImage> images = new ArrayList<>();

    @Test
    void byGroupAnnotatorSourceAndAge() {
        // Given: 20 of ada's from a day ago in a group, 25 of nobody's from just after, one newest
        add(20, origin("meadow", "ada", "/ingest", NEWEST.minus(Duration.ofDays(1)), false));
        add(25, origin(null, null, "/nightly", NEWEST.minus(Duration.ofDays(1)).minusSeconds(1), false));
        add(1, origin(null, "bob", "/ingest", NEWEST, true));

        // When: the candidate is right about everything, the champion about the first ten
        List<Slice> slices = slices(10, images.size());

        // Then
        assertThat(slices)
                .containsExactly(
                        new Slice("group", "meadow", new PairedOutcomes(10, 0, 10, 0).withGroups(new Votes(1, 1, 0))),
                        new Slice("annotator", "ada", new PairedOutcomes(10, 0, 10, 0).withGroups(new Votes(1, 1, 0))),
                        new Slice("source", "/nightly", new PairedOutcomes(0, 0, 25, 0)),
                        new Slice("source", "/ingest", new PairedOutcomes(10, 0, 11, 0).withGroups(new Votes(1, 2, 0))),
                        new Slice("age", "up to a week", new PairedOutcomes(0, 0, 25, 0)),
                        new Slice(
                                "age", "up to a day", new PairedOutcomes(10, 0, 11, 0).withGroups(new Votes(1, 2, 0))));
    }

    @Test
    void agesEndWithTheirLastSecond() {
        assertThat(age(Duration.ZERO)).isEqualTo(LabelAge.DAY);
        assertThat(age(Duration.ofDays(1))).isEqualTo(LabelAge.DAY);
        assertThat(age(Duration.ofDays(1).plusSeconds(1))).isEqualTo(LabelAge.WEEK);
        assertThat(age(Duration.ofDays(7))).isEqualTo(LabelAge.WEEK);
        assertThat(age(Duration.ofDays(30))).isEqualTo(LabelAge.MONTH);
        assertThat(age(Duration.ofDays(30).plusSeconds(1))).isEqualTo(LabelAge.OLDER);
        assertThat(LabelAge.of(image(1, "cat", LabelOrigin.UNKNOWN), NEWEST)).isEqualTo(LabelAge.OLDER);
    }

    @Test
    void ofNineteenImagesNothingIsTold() {
        // Given
        add(19, origin("meadow", null, "/ingest", NEWEST, false));

        // When, then
        assertThat(slices(0, 0)).isEmpty();
    }

    @Test
    void onlyTheLargestTwentyOfAKind() {
        // Given: of 22 groups, the last is the largest, and those as large come by the alphabet
        for (int group = 0; group < 22; group++) {
            add(group == 21 ? 21 : 20, origin("group %02d".formatted(group), null, "/ingest", NEWEST, false));
        }

        // When
        List<Slice> groups = slices(0, 0).stream()
                .filter(slice -> slice.by().equals("group"))
                .toList();

        // Then
        assertThat(groups).hasSize(20);
        assertThat(groups.get(0).value()).isEqualTo("group 21");
        assertThat(groups.get(1).value()).isEqualTo("group 00");
        assertThat(groups.get(19).value()).isEqualTo("group 18");
    }

    @Test
    void aLabelFromTheFutureMakesNoOtherOld() {
        // Given: one clock is a year ahead
        add(20, origin(null, null, "/ingest", NEWEST, false));
        add(20, origin(null, null, "/ingest", NEWEST.plus(Duration.ofDays(365)), false));

        // When
        List<Slice> ages =
                slices(0, 0).stream().filter(slice -> slice.by().equals("age")).toList();

        // Then
        assertThat(ages).singleElement().satisfies(slice -> {
            assertThat(slice.value()).isEqualTo("up to a day");
            assertThat(slice.paired().images()).isEqualTo(40);
        });
    }

    @Test
    void goldenImagesHavePairsOfTheirOwn() {
        // Given: six golden, of which the champion is right about the first four, the candidate about the first three
        add(6, origin(null, null, "/ingest", NEWEST, true));
        add(9, origin(null, null, "/ingest", NEWEST, false));

        // When
        var report = Reports.of(
                sheet(1, 4), sheet(2, 3), Optional.empty(), Optional.empty(), Optional.empty(), Hygiene.CLEAN, NEWEST);

        // Then
        assertThat(report.golden()).isEqualTo(new PairedOutcomes(3, 1, 0, 2));
    }

    private static LabelAge age(Duration age) {
        return LabelAge.of(image(1, "cat", origin(null, null, "/ingest", NEWEST.minus(age), false)), NEWEST);
    }

    private void add(int count, LabelOrigin origin) {
        for (int i = 0; i < count; i++) {
            images.add(image(images.size(), "cat", origin));
        }
    }

    private List<Slice> slices(int championRight, int candidateRight) {
        return Slices.of(new Pairs(sheet(1, championRight), sheet(2, candidateRight)), images, NEWEST);
    }

    /** Right about the first images. */
    private AnswerSheet sheet(int version, int right) {
        return Sheets.sure(
                version,
                CLASSES,
                images,
                IntStream.range(0, images.size()).map(i -> i < right ? 0 : 1).toArray());
    }
}

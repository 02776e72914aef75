package io.hone.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldOutRuleTest {

    private static ImageId image(int i) {
        return ImageId.of(("image " + i).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aboutTheFractionBecomesHoldOut() {
        // Given
        HoldOutRule rule = new HoldOutRule(0.2);

        // When
        long holdOut = IntStream.range(0, 10_000)
                .filter(i -> rule.splitOf(image(i), Optional.empty()) == Split.HOLD_OUT)
                .count();

        // Then: five standard deviations of a fair draw are 200
        assertThat(holdOut).isBetween(1_800L, 2_200L);
    }

    @Test
    void aGroupNeverStraddlesTheSplit() {
        // Given
        HoldOutRule rule = new HoldOutRule(0.5);

        // When
        var splits = IntStream.range(0, 1_000)
                .mapToObj(i -> rule.splitOf(image(i), Optional.of("patient 7")))
                .distinct();

        // Then
        assertThat(splits).hasSize(1);
    }

    /** Computed with Python: int(hashlib.sha256(text.encode()).hexdigest()[:13], 16) / 2**52. */
    @ParameterizedTest
    @CsvSource({"patient 7, 0.2189653", "camera-3/burst-19, 0.7697667", "é, 0.2914022"})
    void othersCanComputeTheSame(String group, double position) {
        // Given
        HoldOutRule below = new HoldOutRule(position - 1e-6);
        HoldOutRule above = new HoldOutRule(position + 1e-6);

        // When
        Split notYet = below.splitOf(image(1), Optional.of(group));
        Split already = above.splitOf(image(1), Optional.of(group));

        // Then
        assertThat(notYet).isEqualTo(Split.TRAINING);
        assertThat(already).isEqualTo(Split.HOLD_OUT);
    }

    @Test
    void whatCameWithTheImageHolds() {
        // Given
        LabelledImage image = Examples.inline().withSplit(Split.HOLD_OUT);

        // When
        Split split = new HoldOutRule(0).splitOf(image);

        // Then
        assertThat(split).isEqualTo(Split.HOLD_OUT);
    }

    @Test
    void aFractionOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new HoldOutRule(1.2))
                .hasMessage("hold-out fraction is 1.2, must be between 0.0 and 1.0");
    }
}

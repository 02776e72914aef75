package io.hone.evaluator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.image.Split;
import io.hone.feed.FeedSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftConfigTest {

    private static DriftConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DriftConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 1))
                .build()
                .getConfigMapping(DriftConfig.class);
    }

    @Test
    void unsetEverythingHasADefaultAndThereIsNoFloor() {
        // When
        DriftConfig config = config(Map.of("hone.drift.floor", ""));

        // Then
        assertThat(config.settings()).isEqualTo(DriftSettings.DEFAULT);
        assertThat(config.checkedBatchSize()).isEqualTo(32);
    }

    @Test
    void allLabelsAreReadInAGroupOfItsOwnAndNothingIsReportedTwice() {
        // When
        FeedSettings feed = config(Map.of()).feed(Path.of("data"), Duration.ofSeconds(1), Duration.ofSeconds(2));

        // Then
        assertThat(feed.group()).isEqualTo("hone-evaluator-drift");
        assertThat(feed.splits()).containsExactlyInAnyOrder(Split.values());
        assertThat(feed.directory()).isEqualTo(Path.of("data/drift"));
        assertThat(feed.reportsMalformed()).isFalse();
        assertThat(feed.reportsUnreadable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "hone.drift.window, 9",
        "hone.drift.half-life, 0.5",
        "hone.drift.delta, 0",
        "hone.drift.floor, 1.5",
        "hone.drift.probation-images, -1",
        "hone.drift.probation-checkpoints, 501",
        "hone.drift.probation-alpha, 0.6",
        "hone.drift.probation-doubt, 0.6"
    })
    void aValueOutOfItsRangeIsNamed(String key, String value) {
        assertThatThrownBy(() -> config(Map.of(key, value)).settings())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + " is ")
                .hasMessageContaining("must be between");
    }
}

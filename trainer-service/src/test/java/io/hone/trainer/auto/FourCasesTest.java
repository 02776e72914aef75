package io.hone.trainer.auto;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.recipe.AutoRule;
import io.hone.contracts.recipe.Kind;
import io.hone.registry.version.Choice;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FourCasesTest {

    private final FourCases cases = new FourCases(new AutoRule(1000, 0.02));

    @Test
    void fewImagesThatAreSimilarGetALinearClassifierOnFeatures() {
        // When: within the margin of the better probe
        Choice choice = cases.choose(300, Map.of(Kind.HEAD, 0.80, Kind.FULL, 0.815, Kind.PARTIAL, 0.79));

        // Then
        assertThat(choice.chosen()).isEqualTo(Kind.HEAD);
        assertThat(choice.small()).isTrue();
        assertThat(choice.similar()).isTrue();
        assertThat(choice.accuracies()).containsEntry("head", 0.80).containsEntry("full", 0.815);
        assertThat(choice.reason())
                .contains("300 images are few (auto.small is 1000)")
                .contains("a linear classifier on the base's features is right about 80.0 %")
                .contains("a probe of the recipe full about 81.5 %")
                .contains("similar to what the base knows (auto.margin is 2.0 points)");
    }

    @Test
    void fewImagesThatAreDifferentGetWhicheverProbeIsBetter() {
        // When
        Choice partial = cases.choose(300, Map.of(Kind.HEAD, 0.50, Kind.FULL, 0.60, Kind.PARTIAL, 0.65));
        Choice full = cases.choose(300, Map.of(Kind.HEAD, 0.50, Kind.FULL, 0.66, Kind.PARTIAL, 0.65));

        // Then
        assertThat(partial.chosen()).isEqualTo(Kind.PARTIAL);
        assertThat(partial.similar()).isFalse();
        assertThat(full.chosen()).isEqualTo(Kind.FULL);
    }

    @Test
    void manyImagesTrainAllLayersSimilarOrNot() {
        // When
        Choice similar = cases.choose(5000, Map.of(Kind.HEAD, 0.80, Kind.FULL, 0.79));
        Choice different = cases.choose(5000, Map.of(Kind.HEAD, 0.50, Kind.FULL, 0.79));

        // Then
        assertThat(similar.chosen()).isEqualTo(Kind.FULL);
        assertThat(similar.similar()).isTrue();
        assertThat(different.chosen()).isEqualTo(Kind.FULL);
        assertThat(different.similar()).isFalse();
        assertThat(different.reason()).contains("5000 images are many").contains("different from what the base knows");
    }
}

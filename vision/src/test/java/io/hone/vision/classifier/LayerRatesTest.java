package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.contracts.recipe.Multipliers;
import io.hone.contracts.recipe.Multipliers.Multiplier;
import io.hone.contracts.recipe.Rates;
import io.hone.vision.archive.Head;
import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TensorInfo.Kind;
import io.hone.vision.archive.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayerRatesTest {

    private static final Head HEAD = new Head("fc", "fc.weight", Optional.of("fc.bias"), 8, 5);
    private static final List<TensorInfo> TENSORS = List.of(
            parameter("conv.weight"),
            parameter("layer1.conv.weight"),
            parameter("layer1.bn.weight"),
            parameter("layer1.bn.bias"),
            new TensorInfo("layer1.bn.running_mean", List.of(8L), TensorType.FLOAT32, "5", Kind.BUFFER),
            parameter("fc.weight"),
            parameter("fc.bias"));

    @Test
    void theHeadHasItsOwnRate() {
        // Given
        Rates rates = new Rates(0.01, 0.1, Multipliers.NONE);
        // When
        Map<String, Double> byName = LayerRates.of(TENSORS, HEAD, rates, Set.of());
        // Then
        assertThat(byName)
                .containsOnly(
                        Map.entry("conv.weight", 0.01),
                        Map.entry("layer1.conv.weight", 0.01),
                        Map.entry("layer1.bn.weight", 0.01),
                        Map.entry("layer1.bn.bias", 0.01),
                        Map.entry("fc.weight", 0.1),
                        Map.entry("fc.bias", 0.1));
    }

    @Test
    void weightsAndBiasesHaveMultipliersOfTheirOwn() {
        // Given
        Multipliers multipliers = new Multipliers(List.of(
                new Multiplier("layer1", 0.5, 2), new Multiplier("layer1.conv", 0, 0), new Multiplier("fc", 1, 3)));
        // When
        Map<String, Double> byName = LayerRates.of(TENSORS, HEAD, new Rates(1, 2, multipliers), Set.of());
        // Then
        assertThat(byName)
                .containsOnly(
                        Map.entry("conv.weight", 1.0),
                        Map.entry("layer1.conv.weight", 0.0),
                        Map.entry("layer1.bn.weight", 0.5),
                        Map.entry("layer1.bn.bias", 2.0),
                        Map.entry("fc.weight", 2.0),
                        Map.entry("fc.bias", 6.0));
    }

    @Test
    void aFrozenLayerOrSingleParameterHasRateZero() {
        // Given
        Set<String> frozen = Set.of("layer1.bn", "conv.weight");
        // When
        Map<String, Double> byName = LayerRates.of(TENSORS, HEAD, new Rates(1, 1, Multipliers.NONE), frozen);
        // Then
        assertThat(byName)
                .containsEntry("layer1.bn.weight", 0.0)
                .containsEntry("layer1.bn.bias", 0.0)
                .containsEntry("conv.weight", 0.0)
                .containsEntry("layer1.conv.weight", 1.0);
    }

    @Test
    void aMultiplierForNothingIsRefused() {
        // Given
        Multipliers multipliers = new Multipliers(List.of(new Multiplier("layer", 0.5, 0.5)));
        // When
        assertThatThrownBy(() -> LayerRates.of(TENSORS, HEAD, new Rates(1, 1, multipliers), Set.of()))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rates.multipliers names 'layer', but the network has only [conv.weight, fc.");
    }

    @Test
    void aHeadThatIsNotThereIsRefused() {
        // Given
        Head head = new Head("classifier", "classifier.weight", Optional.empty(), 8, 5);
        // When
        assertThatThrownBy(() -> LayerRates.of(TENSORS, head, new Rates(1, 1, Multipliers.NONE), Set.of()))
                // Then
                .isInstanceOf(UnusableModelException.class)
                .hasMessage("the network has no parameter classifier.weight, which its head should be made of");
    }

    private static TensorInfo parameter(String name) {
        return new TensorInfo(name, List.of(8L, 8L), TensorType.FLOAT32, "0", Kind.PARAMETER);
    }
}

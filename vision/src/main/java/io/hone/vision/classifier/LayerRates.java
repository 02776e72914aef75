package io.hone.vision.classifier;

import io.hone.contracts.recipe.Multipliers;
import io.hone.contracts.recipe.Multipliers.Multiplier;
import io.hone.contracts.recipe.Rates;
import io.hone.vision.archive.Head;
import io.hone.vision.archive.TensorInfo;
import io.hone.vision.archive.TensorInfo.Kind;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A recipe's rates for the layers of one network. */
public final class LayerRates {

    private static final String BIAS = "bias";

    private LayerRates() {}

    /**
     * The head's rate for what the head is made of and the backbone's for everything else, times the multiplier that
     * covers the parameter: the one for biases if the last part of the parameter's name is {@code bias}, or else the one
     * for weights.
     *
     * @param frozenLayers names of modules whose own parameters get rate 0, or of single parameters
     * @return by the name of each parameter that is made of fractions
     * @throws UnusableModelException if the head's parameters are not among the tensors
     * @throws IllegalArgumentException if a multiplier covers no parameter
     */
    public static SortedMap<String, Double> of(
            List<TensorInfo> tensors, Head head, Rates rates, Set<String> frozenLayers) {
        SortedMap<String, Double> byName = new TreeMap<>();
        for (TensorInfo tensor : tensors) {
            if (tensor.kind() == Kind.PARAMETER && tensor.type().isFloatingPoint()) {
                ParameterName name = new ParameterName(tensor.name());
                boolean frozen = frozenLayers.contains(name.layer()) || frozenLayers.contains(name.full());
                byName.put(name.full(), frozen ? 0 : rate(name, head, rates));
            }
        }
        requireHead(byName, head);
        rates.multipliers().list().forEach(multiplier -> requireCovers(multiplier, byName));
        return byName;
    }

    private static double rate(ParameterName name, Head head, Rates rates) {
        boolean inHead = name.full().equals(head.weight())
                || head.bias().filter(name.full()::equals).isPresent();
        double rate = inHead ? rates.head() : rates.backbone();
        return rates.multipliers()
                .of(name.full())
                .map(multiplier -> rate * (name.last().equals(BIAS) ? multiplier.bias() : multiplier.weight()))
                .orElse(rate);
    }

    private static void requireHead(SortedMap<String, Double> byName, Head head) {
        if (!byName.containsKey(head.weight())) {
            throw new UnusableModelException(
                    "the network has no parameter %s, which its head should be made of".formatted(head.weight()));
        }
    }

    private static void requireCovers(Multiplier multiplier, SortedMap<String, Double> byName) {
        Multipliers alone = new Multipliers(List.of(multiplier));
        if (byName.keySet().stream().allMatch(name -> alone.of(name).isEmpty())) {
            throw new IllegalArgumentException("rates.multipliers names '%s', but the network has only %s"
                    .formatted(multiplier.prefix(), byName.keySet()));
        }
    }
}

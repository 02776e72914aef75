package io.hone.contracts.recipe;

import io.hone.contracts.Checks;
import io.hone.contracts.settings.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much faster or slower than its rate some layers learn. Written as {@code layer1=0.1, layer2=0.5/1}: the beginning
 * of a name, a factor for weights, and after a slash another one for biases. 0 freezes.
 *
 * @param list of several that cover a layer, the longest prefix counts
 */
public record Multipliers(List<Multiplier> list) {

    public static final Multipliers NONE = new Multipliers(List.of());

    private static final Pattern WRITTEN = Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*([^/\\s]+)\\s*(?:/\\s*(\\S+)\\s*)?");

    /**
     * @param prefix of layers' names
     * @param weight factor for weights, 0 to 1000
     * @param bias factor for biases, 0 to 1000
     */
    public record Multiplier(String prefix, double weight, double bias) {
        public Multiplier {
            Prefix.require("rates.multipliers", prefix);
            Checks.within("rates.multipliers of " + prefix, weight, 0, 1000);
            Checks.within("rates.multipliers of " + prefix, bias, 0, 1000);
        }

        @Override
        public String toString() {
            String both = prefix + "=" + Decimals.text(weight);
            return weight == bias ? both : both + "/" + Decimals.text(bias);
        }
    }

    public Multipliers {
        list = List.copyOf(list);
    }

    static Multipliers parse(String text) {
        List<Multiplier> list = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher matcher = WRITTEN.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'%s' must be written like layer1=0.1 or layer1=0.1/0.2".formatted(part));
            }
            double weight = Decimals.number(matcher.group(2));
            double bias = matcher.group(3) == null ? weight : Decimals.number(matcher.group(3));
            list.add(new Multiplier(matcher.group(1), weight, bias));
        }
        return new Multipliers(list);
    }

    /** The one that counts for a layer; empty when none covers it. */
    public Optional<Multiplier> of(String layer) {
        return list.stream()
                .filter(multiplier -> Prefix.covers(multiplier.prefix(), layer))
                .reduce((one, other) -> other.prefix().length() >= one.prefix().length() ? other : one);
    }

    @Override
    public String toString() {
        return list.stream().map(Multiplier::toString).collect(Collectors.joining(", "));
    }
}

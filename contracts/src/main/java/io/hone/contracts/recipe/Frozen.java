package io.hone.contracts.recipe;

import io.hone.contracts.Checks;
import io.hone.contracts.settings.Decimals;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which layers the recipe <em>partial</em> leaves as they are. Written as a number of layers counted from the input
 * ({@code 12}), a share of all layers ({@code 50%}), or prefixes of their names ({@code conv1,bn1,layer1}).
 */
public sealed interface Frozen {

    Pattern NUMBER = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(%?)");

    /**
     * The frozen ones among a network's layers.
     *
     * @param layers names of the modules that own parameters, from input to output
     * @param head name of the head, which is never frozen
     * @throws IllegalArgumentException if a prefix names none of them
     */
    Set<String> among(List<String> layers, String head);

    static Frozen parse(String text) {
        Matcher number = NUMBER.matcher(text.trim());
        if (!number.matches()) {
            return new Prefixes(Stream.of(text.split(",", -1)).map(String::trim).toList());
        }
        double value = Double.parseDouble(number.group(1));
        if (!number.group(2).isEmpty()) {
            return new Share(value);
        }
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    "frozen is %s, must be a whole number of layers, or a share such as 50%%".formatted(text));
        }
        return new First((int) value);
    }

    /** @param count layers, 0 to 100,000 */
    record First(int count) implements Frozen {
        public First {
            Checks.within("frozen", count, 0, 100_000);
        }

        @Override
        public Set<String> among(List<String> layers, String head) {
            Set<String> first = new LinkedHashSet<>(layers.subList(0, Math.min(count, layers.size())));
            first.remove(head);
            return first;
        }

        @Override
        public String toString() {
            return String.valueOf(count);
        }
    }

    /** @param percent of all layers but the head, 0 to 100 */
    record Share(double percent) implements Frozen {
        public Share {
            Checks.within("frozen", percent, 0, 100);
        }

        @Override
        public Set<String> among(List<String> layers, String head) {
            int backbone = layers.contains(head) ? layers.size() - 1 : layers.size();
            return new First((int) Math.round(backbone * percent / 100)).among(layers, head);
        }

        @Override
        public String toString() {
            return Decimals.text(percent) + "%";
        }
    }

    /** @param prefixes of layers' names, each ending where a name or a part of it ends */
    record Prefixes(List<String> prefixes) implements Frozen {
        public Prefixes {
            prefixes = List.copyOf(prefixes);
            prefixes.forEach(prefix -> Prefix.require("frozen", prefix));
        }

        @Override
        public Set<String> among(List<String> layers, String head) {
            Set<String> named = new LinkedHashSet<>();
            for (String prefix : prefixes) {
                List<String> found = layers.stream()
                        .filter(layer -> Prefix.covers(prefix, layer))
                        .toList();
                if (found.isEmpty()) {
                    throw new IllegalArgumentException(
                            "frozen names '%s', but the network has only %s".formatted(prefix, layers));
                }
                named.addAll(found);
            }
            named.remove(head);
            return named;
        }

        @Override
        public String toString() {
            return String.join(",", prefixes);
        }
    }
}

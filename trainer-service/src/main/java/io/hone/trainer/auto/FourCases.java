package io.hone.trainer.auto;

import static java.util.Locale.ROOT;

import io.hone.contracts.recipe.AutoRule;
import io.hone.contracts.recipe.Kind;
import io.hone.registry.version.Choice;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The four classical cases of transfer learning (Yosinski and others, "How transferable are features in deep neural
 * networks?", 2014; Stanford's CS231n, "Transfer Learning"): few images that are similar to what the base knows want a
 * linear classifier on its features; few different ones, training that leaves early layers or none alone; many, training
 * of all layers.
 */
record FourCases(AutoRule rule) {

    boolean small(int images) {
        return images < rule.small();
    }

    /**
     * @param accuracies measured on images held back: of {@link Kind#HEAD} where a head can be fitted, of
     *     {@link Kind#FULL}, and of {@link Kind#PARTIAL} where there are few images
     */
    Choice choose(int images, Map<Kind, Double> accuracies) {
        Kind probe = accuracies.getOrDefault(Kind.PARTIAL, 0.0) > accuracies.get(Kind.FULL) ? Kind.PARTIAL : Kind.FULL;
        Optional<Double> head = Optional.ofNullable(accuracies.get(Kind.HEAD));
        boolean similar = head.filter(accuracy -> accuracy >= accuracies.get(probe) - rule.margin())
                .isPresent();
        boolean small = small(images);
        Kind chosen = small ? similar ? Kind.HEAD : probe : Kind.FULL;
        String reason = "%s; %s, so %s: %s"
                .formatted(size(images), measured(head, probe, accuracies), meaning(similar), advice(chosen));
        return new Choice(chosen, images, small, similar, named(accuracies), reason);
    }

    /** So few images that nothing can be measured. */
    Choice unmeasured(int images, Kind chosen) {
        return new Choice(
                chosen,
                images,
                true,
                false,
                new TreeMap<>(),
                "%d images are too few to hold some back and measure: %s".formatted(images, advice(chosen)));
    }

    private String size(int images) {
        return "%d images are %s (auto.small is %d)".formatted(images, small(images) ? "few" : "many", rule.small());
    }

    private static String measured(Optional<Double> head, Kind probe, Map<Kind, Double> accuracies) {
        String linear = head.map(accuracy -> String.format(
                        ROOT, "a linear classifier on the base's features is right about %.1f %%", 100 * accuracy))
                .orElse("a linear classifier cannot be fitted");
        return String.format(
                ROOT,
                "on images held back, %s, a probe of the recipe %s about %.1f %%",
                linear,
                word(probe),
                100 * accuracies.get(probe));
    }

    private String meaning(boolean similar) {
        return String.format(
                ROOT,
                "they are %s what the base knows (auto.margin is %.1f points)",
                similar ? "similar to" : "different from",
                100 * rule.margin());
    }

    private static String advice(Kind chosen) {
        return switch (chosen) {
            case HEAD -> "a linear classifier on fixed features cannot spoil what it does not change";
            case PARTIAL -> "early layers stay, later ones must learn";
            default -> "all layers learn";
        };
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(ROOT);
    }

    private static SortedMap<String, Double> named(Map<Kind, Double> accuracies) {
        return accuracies.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> word(entry.getKey()), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }
}

package io.hone.trainer.auto;

import static java.util.Locale.ROOT;

import io.hone.contracts.recipe.AutoRule;
import io.hone.contracts.recipe.Kind;
import io.hone.registry.version.Choice;
import java.util.Map;
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
     * @param accuracies measured on images held back: of {@link Kind#HEAD} and {@link Kind#FULL}, and of
     *     {@link Kind#PARTIAL} where there are few images
     */
    Choice choose(int images, Map<Kind, Double> accuracies) {
        double head = accuracies.get(Kind.HEAD);
        Kind probe = accuracies.getOrDefault(Kind.PARTIAL, 0.0) > accuracies.get(Kind.FULL) ? Kind.PARTIAL : Kind.FULL;
        boolean small = small(images);
        boolean similar = head >= accuracies.get(probe) - rule.margin();
        Kind chosen = small ? similar ? Kind.HEAD : probe : Kind.FULL;
        return new Choice(
                chosen, images, small, similar, named(accuracies), reason(images, accuracies, probe, similar, chosen));
    }

    private String reason(int images, Map<Kind, Double> accuracies, Kind probe, boolean similar, Kind chosen) {
        String size =
                "%d images are %s (auto.small is %d)".formatted(images, small(images) ? "few" : "many", rule.small());
        String measured = String.format(
                ROOT,
                "on images held back, a linear classifier on the base's features is right about %.1f %%, a probe of the recipe %s about %.1f %%",
                100 * accuracies.get(Kind.HEAD),
                probe.name().toLowerCase(ROOT),
                100 * accuracies.get(probe));
        String meaning = String.format(
                ROOT,
                "they are %s what the base knows (auto.margin is %.1f points)",
                similar ? "similar to" : "different from",
                100 * rule.margin());
        return "%s; %s, so %s: %s".formatted(size, measured, meaning, advice(chosen));
    }

    private static String advice(Kind chosen) {
        return switch (chosen) {
            case HEAD -> "a linear classifier on fixed features cannot overfit what it does not change";
            case PARTIAL -> "early layers stay, later ones must learn";
            default -> "all layers learn";
        };
    }

    private static SortedMap<String, Double> named(Map<Kind, Double> accuracies) {
        return accuracies.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().name().toLowerCase(ROOT),
                        Map.Entry::getValue,
                        (a, b) -> a,
                        TreeMap::new));
    }
}

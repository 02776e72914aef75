package io.hone.registry.version;

import io.hone.contracts.Checks;
import io.hone.contracts.recipe.Kind;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the recipe <em>auto</em> measured and what it concluded.
 *
 * @param chosen never {@link Kind#AUTO}
 * @param images there were to train on
 * @param accuracies measured on images held back from training, 0 to 1, by what was tried: {@code head} for a linear
 *     classifier on the base's features, others for fine-tuned probes
 * @param reason in words
 */
public record Choice(
        Kind chosen, int images, boolean small, boolean similar, SortedMap<String, Double> accuracies, String reason) {

    public Choice {
        Checks.present("chosen", chosen);
        Checks.atLeast("images", images, 0);
        accuracies = Collections.unmodifiableSortedMap(new TreeMap<>(Checks.present("accuracies", accuracies)));
        Checks.line("reason", reason, 1000);
    }
}

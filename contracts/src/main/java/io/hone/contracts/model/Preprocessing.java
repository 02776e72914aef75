package io.hone.contracts.model;

import io.hone.contracts.Checks;
import java.util.List;

/**
 * What becomes of an image before the network sees it, the same in training, evaluation and serving: stretched to
 * {@code width × height} pixels, values scaled to 0..1, then {@code (value - mean) / standardDeviation} by channel.
 *
 * @param width of the network's input, in pixels, 8 to 4096
 * @param height of the network's input, in pixels, 8 to 4096
 * @param mean three values in 0..1, in the order of {@code colourOrder}
 * @param standardDeviation three values in 0.001..10, in the order of {@code colourOrder}
 */
public record Preprocessing(
        int width, int height, List<Float> mean, List<Float> standardDeviation, ColourOrder colourOrder) {

    public Preprocessing {
        Checks.within("width", width, 8, 4096);
        Checks.within("height", height, 8, 4096);
        mean = channels("mean", mean, 0, 1);
        standardDeviation = channels("standardDeviation", standardDeviation, 0.001, 10);
        Checks.present("colourOrder", colourOrder);
    }

    private static List<Float> channels(String field, List<Float> values, double minimum, double maximum) {
        List<Float> copy = List.copyOf(Checks.present(field, values));
        if (copy.size() != 3) {
            throw new IllegalArgumentException("%s has %d values, must have 3".formatted(field, copy.size()));
        }
        copy.forEach(value -> Checks.within(field, value, minimum, maximum));
        return copy;
    }
}

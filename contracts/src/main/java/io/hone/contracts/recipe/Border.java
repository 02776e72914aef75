package io.hone.contracts.recipe;

import io.hone.contracts.Checks;
import io.hone.contracts.settings.Decimals;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Width of the border around a training image: in pixels ({@code 4}), or as a share of the image's shorter side
 * ({@code 12.5%}), so that it suits any input size.
 *
 * @param value 0 to 64 pixels, or 0 to 50 per cent
 */
public record Border(double value, boolean percent) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)(%?)");

    public Border {
        Checks.within("augmentation.crop-padding", value, 0, percent ? 50 : 64);
        if (!percent && value != Math.rint(value)) {
            throw new IllegalArgumentException("augmentation.crop-padding is %s, pixels are whole".formatted(value));
        }
    }

    static Border parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be pixels, such as 4, or a share, such as 12.5%");
        }
        return new Border(
                Double.parseDouble(matcher.group(1)), !matcher.group(2).isEmpty());
    }

    /** In pixels, for images of that size. */
    public int pixels(int width, int height) {
        return (int) Math.round(percent ? value / 100 * Math.min(width, height) : value);
    }

    @Override
    public String toString() {
        return Decimals.text(value) + (percent ? "%" : "");
    }
}

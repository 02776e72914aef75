package io.hone.contracts.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decimals as people write them, and lists of them. */
public final class Decimals {

    private Decimals() {}

    /** Without a needless {@code .0}: {@code 4}, {@code 12.5}, {@code 0.0001}, {@code 1E-8}. */
    public static String text(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() <= 6 ? exact.toPlainString() : exact.toString();
    }

    public static String text(List<Double> values) {
        return values.stream().map(Decimals::text).collect(Collectors.joining(","));
    }

    /** Separated by commas; none for a blank text. */
    public static List<Double> list(String text) {
        return text.isBlank()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(Decimals::number).toList();
    }

    public static double number(String text) {
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is no number".formatted(text.trim()), e);
        }
    }
}

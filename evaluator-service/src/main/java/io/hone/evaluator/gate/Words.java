package io.hone.evaluator.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a person would say them. */
final class Words {

    /** Ends a sentence about a bound that is missed, but maybe by chance. */
    private static final String MAYBE = "; more images will tell";

    private static final double TOO_SMALL_TO_TELL = 0.0001;

    private Words() {}

    /** {@code 66.75 %}. */
    static String percent(double share) {
        return decimal(100 * share) + " %";
    }

    /** Two decimals. */
    static String decimal(double value) {
        // Adding 0 takes the sign off a negative 0.
        return String.format(Locale.ROOT, "%.2f", Math.rint(value * 100) / 100 + 0.0);
    }

    /** As it was set: {@code 5}, {@code 0.5}. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** {@code p < 0.0001}, or more exactly where that is not enough to compare it with what was allowed. */
    static String p(double p, double allowed) {
        return p < TOO_SMALL_TO_TELL && allowed >= TOO_SMALL_TO_TELL ? "p < 0.0001" : "p = " + probability(p);
    }

    /** Two digits that count. */
    static String probability(double p) {
        return p >= 1 ? "1" : new BigDecimal(p).round(new MathContext(2)).toPlainString();
    }

    /** The end of a sentence about a bound. */
    static String end(boolean met, boolean surelyMissed) {
        return met || surelyMissed ? "." : MAYBE + ".";
    }

    /** {@code 1 image}, {@code 2 images}, {@code 3 classes}. */
    static String count(int number, String one) {
        if (number == 1) {
            return "1 " + one;
        }
        return number + " " + one + (one.endsWith("s") ? "es" : "s");
    }
}

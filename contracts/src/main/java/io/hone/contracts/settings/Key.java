package io.hone.contracts.settings;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that can be set. The same name everywhere: in a model's own settings as it stands, in its service's
 * configuration after the catalogue's prefix.
 *
 * @param <T> what the value is to the program
 */
public final class Key<T> {

    private final String name;
    private final T byDefault;
    private final String range;
    private final String meaning;
    private final Function<String, T> parser;

    private Key(String name, T byDefault, String range, String meaning, Function<String, T> parser) {
        this.name = name;
        this.byDefault = byDefault;
        this.range = range;
        this.meaning = meaning;
        this.parser = parser;
    }

    public static Key<Integer> whole(String name, int byDefault, int minimum, int maximum, String meaning) {
        return new Key<>(name, byDefault, "%d to %d".formatted(minimum, maximum), meaning, text -> {
            int value = Integer.parseInt(text);
            return inRange(value, value >= minimum && value <= maximum);
        });
    }

    public static Key<Long> number(String name, long byDefault, String meaning) {
        return new Key<>(name, byDefault, "a whole number", meaning, Long::valueOf);
    }

    public static Key<Double> decimal(String name, double byDefault, double minimum, double maximum, String meaning) {
        String range = "%s to %s".formatted(Decimals.text(minimum), Decimals.text(maximum));
        return new Key<>(name, byDefault, range, meaning, text -> {
            double value = Double.parseDouble(text);
            return inRange(value, value >= minimum && value <= maximum);
        });
    }

    public static Key<Boolean> flag(String name, boolean byDefault, String meaning) {
        return new Key<>(name, byDefault, "true or false", meaning, text -> inRange("true".equals(text), isFlag(text)));
    }

    public static <E extends Enum<E>> Key<E> choice(String name, E byDefault, String meaning) {
        E[] values = byDefault.getDeclaringClass().getEnumConstants();
        String range = Stream.of(values).map(Key::word).collect(Collectors.joining(", "));
        return new Key<>(name, byDefault, range, meaning, text -> Stream.of(values)
                .filter(value -> word(value).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + range)));
    }

    /** @param parser reads what {@code toString} writes; its message says what is wrong */
    public static <T> Key<T> written(
            String name, T byDefault, String range, String meaning, Function<String, T> parser) {
        return new Key<>(name, byDefault, range, meaning, parser);
    }

    private static <T> T inRange(T value, boolean inside) {
        if (!inside) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static boolean isFlag(String text) {
        return "true".equals(text) || "false".equals(text);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String name() {
        return name;
    }

    public T byDefault() {
        return byDefault;
    }

    /** What the value may be, for people. */
    public String range() {
        return range;
    }

    public String meaning() {
        return meaning;
    }

    /** @throws IllegalArgumentException naming key, value and range */
    public T parse(String text) {
        try {
            return parser.apply(text.trim());
        } catch (IllegalArgumentException e) {
            boolean explains = e.getMessage() != null && !(e instanceof NumberFormatException);
            throw new IllegalArgumentException(
                    "%s is '%s', must be %s%s".formatted(name, text, range, explains ? ": " + e.getMessage() : ""), e);
        }
    }

    /** As it stands in JSON: numbers and flags as they are, all else as people write it. */
    public Object written(T value) {
        if (value instanceof Enum<?> choice) {
            return word(choice);
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}

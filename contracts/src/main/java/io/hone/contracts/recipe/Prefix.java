package io.hone.contracts.recipe;

import java.util.regex.Pattern;

/** The beginning of a layer's name, up to a dot: {@code layer1} covers {@code layer1.0.conv1}, not {@code layer10}. */
final class Prefix {

    private static final Pattern ALLOWED = Pattern.compile("\\w+(\\.\\w+)*");

    private Prefix() {}

    static void require(String key, String prefix) {
        if (prefix.length() > 200 || !ALLOWED.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "%s names the layer '%s', must be a name or its beginning up to a dot, such as layer1"
                            .formatted(key, prefix));
        }
    }

    static boolean covers(String prefix, String name) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}

package io.hone.cli.terminal;

import java.util.Map;

/** The few signs that messages use beyond ASCII, for terminals and files that have only that. */
final class Ascii {

    private static final Map<String, String> INSTEAD =
            Map.of("…", "...", "→", "->", "–", "-", "—", "-", "·", "-", "×", "x", "“", "\"", "”", "\"", "’", "'");

    private Ascii() {}

    static String of(String text) {
        String result = text;
        for (Map.Entry<String, String> sign : INSTEAD.entrySet()) {
            result = result.replace(sign.getKey(), sign.getValue());
        }
        return result;
    }
}

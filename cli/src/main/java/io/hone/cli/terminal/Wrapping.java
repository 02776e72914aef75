package io.hone.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks long lines between words. */
final class Wrapping {

    private Wrapping() {}

    /** @param indent of every line but the first, which is not counted in {@code width} */
    static String at(int width, int indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n" + " ".repeat(indent), lines);
    }
}

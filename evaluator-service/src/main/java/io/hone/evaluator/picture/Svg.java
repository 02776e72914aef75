package io.hone.evaluator.picture;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes SVG, element by element. Drawn here and not by a charting library: those ask Java's graphics for fonts, which a
 * server's Java often comes without.
 */
final class Svg {

    private static final String STYLE = """
            <style>
            text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #3d4451; font-size: 12px }
            .heading { font-size: 15px; font-weight: 600; fill: #1c2028 } .title { font-size: 13px; font-weight: 600 }
            .small { font-size: 9px } .light { fill: #fff }
            .end { text-anchor: end } .middle { text-anchor: middle }
            .frame { fill: #f6f7f9; stroke: #8b93a3 } .grid { stroke: #e3e6ec } .ideal { stroke: #1c2028; stroke-dasharray: 3 4 }
            .right { fill: #2563c9 } .wrong { fill: #c2571a } .count { fill: #8b93a3 }
            .bar { fill: #2563c9; fill-opacity: 0.75 } .said { stroke: #c2571a; stroke-width: 2.5 }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();

    Svg rectangle(String style, double x, double y, double width, double height) {
        return add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                style, x, y, width, height);
    }

    /** @param title shown to who points at it */
    Svg cell(String style, double opacity, double x, double y, double size, String title) {
        return add(
                "<rect class=\"%s\" fill-opacity=\"%.3f\" x=\"%.1f\" y=\"%.1f\" width=\"%5$.1f\" height=\"%5$.1f\"><title>%6$s</title></rect>%n",
                style, opacity, x, y, size, escaped(title));
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        return add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", style, x1, y1, x2, y2);
    }

    Svg text(String style, double x, double y, String text) {
        return add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", style, x, y, escaped(text));
    }

    /** Upright, read from below. */
    Svg upright(String style, double x, double y, String text) {
        return add(
                "<text class=\"%1$s\" transform=\"translate(%2$.1f %3$.1f) rotate(-90)\">%4$s</text>%n",
                style, x, y, escaped(text));
    }

    String document(double width, double height) {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\" viewBox=\"0 0 %1$.0f %2$.0f\">\n",
                        width,
                        height)
                + STYLE
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + body
                + "</svg>\n";
    }

    private Svg add(String pattern, Object... values) {
        body.append(String.format(Locale.ROOT, pattern.replace("%n", "\n"), values));
        return this;
    }

    /** Labels are anybody's text: markup becomes text, and what XML does not allow the replacement character. */
    private static String escaped(String text) {
        return text.codePoints().mapToObj(Svg::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(isXml(character) ? character : '\ufffd');
        };
    }

    private static boolean isXml(int character) {
        return (character >= ' ' && character <= 0xd7ff)
                || (character >= 0xe000 && character <= 0xfffd)
                || character >= 0x10000;
    }
}

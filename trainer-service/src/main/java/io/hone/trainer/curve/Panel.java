package io.hone.trainer.curve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One set of axes with its lines, as SVG.
 *
 * @param title of the vertical axis
 * @param marked where a vertical line stands; NaN for none
 */
public record Panel(String title, Axis across, Axis up, List<Line> lines, double marked) {

    private static final int SWATCH = 22;
    private static final int LEGEND = 150;

    public String svg() {
        StringBuilder svg = new StringBuilder();
        for (double tick : up.ticks()) {
            svg.append(segment("grid", across.start(), up.pixel(tick), across.end(), up.pixel(tick)))
                    .append(text("tick end", across.start() - 6, up.pixel(tick) + 4, up.label(tick)));
        }
        for (double tick : across.ticks()) {
            svg.append(text("tick middle", across.pixel(tick), up.start() + 16, across.label(tick)));
        }
        svg.append(segment("axis", across.start(), up.start(), across.end(), up.start()))
                .append(text("title", across.start(), up.end() - 10, title));
        if (!Double.isNaN(marked)) {
            svg.append(segment("mark", across.pixel(marked), up.start(), across.pixel(marked), up.end()));
        }
        for (int i = 0; i < lines.size(); i++) {
            svg.append(line(lines.get(i))).append(legend(lines.get(i), lines.size() - i));
        }
        return svg.toString();
    }

    private String line(Line line) {
        String points = line.points().stream()
                .map(point -> format("%.1f,%.1f", across.pixel(point.x()), up.pixel(point.y())))
                .collect(Collectors.joining(" "));
        String dots = line.points().stream()
                .map(point -> format(
                        "<circle class=\"%s dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>\n",
                        line.style(), across.pixel(point.x()), up.pixel(point.y())))
                .collect(Collectors.joining());
        return "<polyline class=\"%s\" points=\"%s\"/>\n%s".formatted(line.style(), points, dots);
    }

    private String legend(Line line, int fromRight) {
        double x = across.end() - fromRight * (double) LEGEND;
        double y = up.end() - 14;
        return segment(line.style(), x, y, x + SWATCH, y) + text("tick", x + SWATCH + 6, y + 4, line.name());
    }

    private static String segment(String style, double x1, double y1, double x2, double y2) {
        return format("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", style, x1, y1, x2, y2);
    }

    public static String text(String style, double x, double y, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", style, x, y, escaped);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

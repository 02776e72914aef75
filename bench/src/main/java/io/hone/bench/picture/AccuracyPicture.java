package io.hone.bench.picture;

import io.hone.bench.scenario.Setting;
import io.hone.trainer.curve.Axis;
import io.hone.trainer.curve.Line;
import io.hone.trainer.curve.Panel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Accuracy over something, one panel below another, as an SVG.
 *
 * @param below what the horizontal axes tell
 * @param lowest accuracy that is shown, in per cent; what is below is of no interest
 * @param powers whether that is powers of ten
 */
public record AccuracyPicture(String heading, String below, double lowest, boolean powers, List<Part> parts) {

    private static final int WIDTH = 1000;
    private static final int PANEL = 318;
    private static final int BETWEEN = 66;
    private static final int LEFT = 62;
    private static final int RIGHT = WIDTH - 34;
    private static final int HEAD = 66;
    private static final int FOOT = 46;
    private static final double HIGHEST = 90;
    private static final List<String> COLOURS = List.of("#2563c9", "#c2571a", "#1f8a4c", "#7b52c7", "#8a8f9c");

    /** @param title empty where the heading says it all */
    public record Part(String title, List<Curve> curves) {

        public Part {
            curves = List.copyOf(curves);
        }
    }

    /** @param points with accuracies of 0 to 1 */
    public record Curve(String name, List<Line.Point> points) {

        public Curve {
            points = List.copyOf(points);
        }
    }

    public AccuracyPicture {
        parts = List.copyOf(parts);
    }

    /** Beside what other runs of the scenario leave, and says where. */
    public void write(Setting setting, String name) {
        Path picture = setting.kept(name + ".svg");
        try {
            Files.writeString(picture, svg());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + picture, e);
        }
        setting.say("The curves: %s", picture);
    }

    String svg() {
        int height = HEAD + parts.size() * PANEL + (parts.size() - 1) * BETWEEN + FOOT;
        StringBuilder panels = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            panels.append(panel(parts.get(i), HEAD + i * (PANEL + BETWEEN)));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <style>
                %3$s</style>
                <rect width="100%%" height="100%%" fill="#fff"/>
                %4$s%5$s%6$s</svg>
                """.formatted(
                        WIDTH,
                        height,
                        style(),
                        Panel.text("heading", LEFT, 26, heading),
                        panels,
                        Panel.text("tick middle", (LEFT + RIGHT) / 2.0, height - 8.0, below));
    }

    private static String style() {
        StringBuilder style = new StringBuilder("""
                text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #3d4451 }
                .heading { font-size: 15px; font-weight: 600 } .title { font-size: 13px; font-weight: 600 }
                .tick { font-size: 12px } .end { text-anchor: end } .middle { text-anchor: middle }
                .grid { stroke: #e3e6ec } .axis { stroke: #8b93a3 }
                """);
        for (int i = 0; i < COLOURS.size(); i++) {
            style.append(
                    ".line%1$d { stroke: %2$s; stroke-width: 2; fill: none } .line%1$d.dot { fill: %2$s; r: 1.5px }\n"
                            .formatted(i, COLOURS.get(i)));
        }
        return style.toString();
    }

    private String panel(Part part, int top) {
        List<Line> lines = IntStream.range(0, part.curves().size())
                .mapToObj(i -> line(part.curves().get(i), "line" + i % COLOURS.size()))
                .toList();
        String title = part.title().isEmpty() ? "accuracy, in per cent" : part.title();
        return new Panel(title, across(), Axis.around(lowest, HIGHEST, top + (double) PANEL, top), lines, Double.NaN)
                .svg();
    }

    private Axis across() {
        double first = xs().min().orElse(0);
        double last = xs().max().orElse(1);
        return powers
                ? Axis.ofPowers(Math.log10(first), Math.log10(last), LEFT, RIGHT)
                : Axis.around(Math.min(first, 0), last, LEFT, RIGHT);
    }

    private DoubleStream xs() {
        return parts.stream()
                .flatMap(part -> part.curves().stream())
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Line.Point::x);
    }

    private Line line(Curve curve, String style) {
        List<Line.Point> points = curve.points().stream()
                .map(point ->
                        new Line.Point(powers ? Math.log10(point.x()) : point.x(), Math.max(lowest, 100 * point.y())))
                .toList();
        return new Line(curve.name(), style, points);
    }
}

package io.hone.trainer.curve;

import io.hone.contracts.run.CurvePoint;
import io.hone.trainer.curve.Line.Point;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Loss and accuracy over the iterations of a run as an SVG, drawn here and not by a charting library: those ask Java's
 * graphics for fonts, which a server's Java often comes without.
 */
public final class CurvePicture {

    private static final int WIDTH = 720;
    private static final int LEFT = 62;
    private static final int RIGHT = WIDTH - 18;
    private static final int HEADING = 26;
    private static final int TOP = 66;
    private static final int PANEL = 190;
    private static final int GAP = 70;
    private static final int BELOW = 46;

    private static final String STYLE = """
            <style>
            text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #3d4451 }
            .heading { font-size: 15px; font-weight: 600; fill: #1c2028 } .title { font-size: 13px; font-weight: 600 }
            .tick { font-size: 12px } .end { text-anchor: end } .middle { text-anchor: middle }
            .grid { stroke: #e3e6ec } .axis { stroke: #8b93a3 } .mark { stroke: #8b93a3; stroke-dasharray: 3 4 }
            .training { stroke: #2563c9; stroke-width: 2; fill: none }
            .validation { stroke: #c2571a; stroke-width: 2; fill: none }
            .training.dot { fill: #2563c9; stroke: none } .validation.dot { fill: #c2571a; stroke: none }
            </style>
            """;

    private final String heading;
    private final List<CurvePoint> points;
    private final OptionalInt kept;

    /**
     * @param heading says whose curve it is
     * @param points at least one
     * @param kept the iteration whose weights became the candidate
     */
    public CurvePicture(String heading, List<CurvePoint> points, OptionalInt kept) {
        this.heading = heading;
        this.points = List.copyOf(points);
        this.kept = kept;
    }

    public String svg() {
        List<Panel> panels = panels();
        int height = TOP + panels.size() * PANEL + (panels.size() - 1) * GAP + BELOW;
        StringBuilder svg = new StringBuilder()
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\">\n"
                                .formatted(WIDTH, height))
                .append(STYLE)
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
                .append(Panel.text("heading", LEFT, HEADING, heading));
        panels.forEach(panel -> svg.append(panel.svg()));
        String below = kept.isPresent() ? "iteration; dashed: the weights that were kept" : "iteration";
        return svg.append(Panel.text("tick middle", (LEFT + RIGHT) / 2.0, height - 8.0, below))
                .append("</svg>\n")
                .toString();
    }

    private List<Panel> panels() {
        Line trainingLoss = line("training", "training", point -> Optional.of(point.loss()));
        Line validationLoss = line("validation", "validation", CurvePoint::validationLoss);
        Line accuracy = line(
                "validation", "validation", point -> point.validationAccuracy().map(share -> 100 * share));
        Panel loss = panel("loss, in nats", 0, List.of(trainingLoss, validationLoss));
        return accuracy.points().isEmpty()
                ? List.of(loss)
                : List.of(loss, panel("accuracy, in per cent", 1, List.of(accuracy)));
    }

    private Line line(String name, String style, Function<CurvePoint, Optional<Double>> value) {
        return new Line(
                name,
                style,
                points.stream()
                        .flatMap(point -> value.apply(point).map(y -> new Point(point.iteration(), y)).stream())
                        .filter(point -> Double.isFinite(point.y()))
                        .toList());
    }

    private Panel panel(String title, int row, List<Line> lines) {
        List<Line> drawn =
                lines.stream().filter(line -> !line.points().isEmpty()).toList();
        double bottom = TOP + row * (double) (PANEL + GAP) + PANEL;
        Axis across = Axis.around(0, points.get(points.size() - 1).iteration(), LEFT, RIGHT);
        double lowest = values(drawn).mapToDouble(Double::doubleValue).min().orElse(0);
        double highest = values(drawn).mapToDouble(Double::doubleValue).max().orElse(1);
        Axis up = Axis.around(lowest, highest, bottom, bottom - PANEL);
        return new Panel(title, across, up, drawn, kept.isPresent() ? kept.getAsInt() : Double.NaN);
    }

    private static Stream<Double> values(List<Line> lines) {
        return lines.stream().flatMap(line -> line.points().stream()).map(Point::y);
    }
}

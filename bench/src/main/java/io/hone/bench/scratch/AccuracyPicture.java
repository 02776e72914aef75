package io.hone.bench.scratch;

import io.hone.contracts.run.CurvePoint;
import io.hone.trainer.curve.Axis;
import io.hone.trainer.curve.Line;
import io.hone.trainer.curve.Panel;
import java.util.ArrayList;
import java.util.List;

/** Accuracy over the iterations of several attempts, as an SVG. */
record AccuracyPicture(String heading, List<Attempt> attempts) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 430;
    private static final int LEFT = 62;
    private static final int RIGHT = WIDTH - 18;
    private static final int TOP = 66;
    private static final int BOTTOM = HEIGHT - 46;
    private static final double LOWEST = 40;
    private static final double HIGHEST = 90;
    private static final List<String> COLOURS = List.of("#2563c9", "#c2571a", "#1f8a4c", "#8fa8d6", "#dfb194");

    String svg() {
        StringBuilder style = new StringBuilder("""
                text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #3d4451 }
                .heading { font-size: 15px; font-weight: 600 } .title { font-size: 13px; font-weight: 600 }
                .tick { font-size: 12px } .end { text-anchor: end } .middle { text-anchor: middle }
                .grid { stroke: #e3e6ec } .axis { stroke: #8b93a3 }
                """);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            String colour = COLOURS.get(i % COLOURS.size());
            style.append(
                    ".line%1$d { stroke: %2$s; stroke-width: 2; fill: none } .line%1$d.dot { fill: %2$s; r: 1.5px }\n"
                            .formatted(i, colour));
            lines.add(line(attempts.get(i), "line" + i));
        }
        Panel panel = new Panel("accuracy, in per cent", across(), up(), lines, Double.NaN);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <style>
                %3$s</style>
                <rect width="100%%" height="100%%" fill="#fff"/>
                %4$s%5$s%6$s</svg>
                """.formatted(
                        WIDTH,
                        HEIGHT,
                        style,
                        Panel.text("heading", LEFT, 26, heading),
                        panel.svg(),
                        Panel.text("tick middle", (LEFT + RIGHT) / 2.0, HEIGHT - 8.0, "steps"));
    }

    private Axis across() {
        int last = attempts.stream()
                .flatMap(attempt -> attempt.curve().stream())
                .mapToInt(CurvePoint::iteration)
                .max()
                .orElse(1);
        return Axis.around(0, last, LEFT, RIGHT);
    }

    /** Room for the legend above; what is below is of no interest. */
    private static Axis up() {
        return Axis.around(LOWEST, HIGHEST, BOTTOM, TOP);
    }

    private static Line line(Attempt attempt, String style) {
        List<Line.Point> points = attempt.curve().stream()
                .map(point -> new Line.Point(
                        point.iteration(),
                        Math.max(LOWEST, 100 * point.validationAccuracy().orElseThrow())))
                .toList();
        return new Line(attempt.name(), style, points);
    }
}

package io.hone.evaluator.picture;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;

/** Whether champion and candidate are as often right as they say, side by side. */
final class ReliabilityPicture {

    private static final int EDGE = 20;
    private static final int MARGIN = 46;
    private static final int TOP = 100;
    private static final int GAP = 40;
    private static final int PANEL = MARGIN + ReliabilityPanel.SIZE;

    private ReliabilityPicture() {}

    static String svg(Evaluation evaluation, Report report) {
        Svg svg = new Svg()
                .text("heading", EDGE, 26, Words.heading(evaluation))
                .text(
                        "",
                        EDGE,
                        46,
                        "Bars: how often it is right. Lines: how sure it is on average. Dashed: where both agree.");
        draw(svg, "Champion", report.champion(), EDGE);
        draw(svg, "Candidate", report.candidate(), EDGE + PANEL + GAP);
        return svg.document(2 * EDGE + 2 * PANEL + GAP, TOP + ReliabilityPanel.HEIGHT + EDGE);
    }

    private static void draw(Svg svg, String name, Performance performance, double left) {
        svg.text(
                "title",
                left + MARGIN,
                TOP - 14,
                "%s %d: calibration error %s"
                        .formatted(
                                name,
                                performance.version(),
                                Words.percent(performance.calibration().error())));
        new ReliabilityPanel(performance.calibration(), left + MARGIN, TOP).draw(svg);
    }
}

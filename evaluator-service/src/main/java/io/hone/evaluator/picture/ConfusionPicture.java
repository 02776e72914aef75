package io.hone.evaluator.picture;

import io.hone.contracts.verdict.Evaluation;
import io.hone.contracts.verdict.Performance;
import io.hone.contracts.verdict.Report;
import java.util.List;

/** What champion and candidate take the images of each class for: side by side, or one below the other when many. */
final class ConfusionPicture {

    private static final int EDGE = 20;
    private static final int TOP = 62;
    private static final int TITLE = 30;
    private static final int GAP = 48;
    private static final int LEAST_WIDTH = 740;
    private static final int WIDEST = 1500;

    private ConfusionPicture() {}

    static String svg(Evaluation evaluation, Report report) {
        Matrix champion = Matrix.of(report.champion());
        Matrix candidate = Matrix.of(report.candidate());
        Svg svg = new Svg()
                .text("heading", EDGE, 26, Words.heading(evaluation))
                .text("", EDGE, 46, explanation(List.of(champion, candidate)));
        boolean beside = 2 * EDGE + champion.width() + GAP + candidate.width() <= WIDEST;
        double left = beside ? EDGE + champion.width() + GAP : EDGE;
        double top = beside ? TOP : TOP + TITLE + champion.height() + GAP;
        draw(svg, "Champion", champion, EDGE, TOP);
        draw(svg, "Candidate", candidate, left, top);
        double width = Math.max(champion.width() + EDGE, left + candidate.width()) + EDGE;
        double height = Math.max(TOP + TITLE + champion.height(), top + TITLE + candidate.height()) + EDGE;
        return svg.document(Math.max(LEAST_WIDTH, width), height);
    }

    private static String explanation(List<Matrix> matrices) {
        int hidden = matrices.stream().mapToInt(Matrix::hidden).max().orElse(0);
        String rows =
                "Rows: labels. Columns: what they are taken for. The stronger the colour, the larger the share of the row.";
        return hidden == 0
                ? rows
                : rows + " Shown are the %d classes with the most mistakes.".formatted(Matrix.MOST_CLASSES);
    }

    private static void draw(Svg svg, String name, Matrix matrix, double left, double top) {
        Performance performance = matrix.performance();
        svg.text(
                "title",
                left,
                top + 16,
                "%s %d: balanced accuracy %s"
                        .formatted(name, performance.version(), Words.percent(performance.balancedAccuracy())));
        matrix.draw(svg, left, top + TITLE);
    }
}

package io.hone.evaluator.picture;

import io.hone.contracts.verdict.ClassScore;
import io.hone.contracts.verdict.Confusion;
import io.hone.contracts.verdict.Performance;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one version takes the images of each class for: a row for each label, a column for each class taken for it.
 *
 * @param scores of the classes that are shown
 * @param hidden how many are not
 */
record Matrix(Performance performance, List<ClassScore> scores, int hidden) {

    /** So many can be told apart on a page. */
    static final int MOST_CLASSES = 100;

    private static final int LARGEST_CELL = 64;
    private static final int SMALLEST_CELL = 11;
    private static final int SIZE = 480;
    private static final int LEAST_WIDTH = 320;
    /** Above it, there is room for numbers and for letters of the usual size. */
    private static final int ROOMY_CELL = 24;

    /** Of more classes than can be shown, those with the most mistakes. */
    static Matrix of(Performance performance) {
        List<ClassScore> all = performance.classes();
        Set<String> shown = all.stream()
                .sorted(Comparator.comparingInt((ClassScore score) -> mistakes(score))
                        .reversed())
                .limit(MOST_CLASSES)
                .map(ClassScore::label)
                .collect(Collectors.toSet());
        return new Matrix(
                performance,
                all.stream().filter(score -> shown.contains(score.label())).toList(),
                all.size() - shown.size());
    }

    private static int mistakes(ClassScore score) {
        return score.images() + score.predicted() - 2 * score.correct();
    }

    double cell() {
        return Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, SIZE / Math.max(1, scores.size())));
    }

    /** Room for the widest label. */
    double margin() {
        double widest = scores.stream()
                .mapToDouble(score -> Words.width(Words.label(score.label())))
                .max()
                .orElse(0);
        return 24 + widest * (isRoomy() ? 7.0 : 5.3);
    }

    /** With room for its title. */
    double width() {
        return Math.max(LEAST_WIDTH, height());
    }

    double height() {
        return margin() + cell() * scores.size();
    }

    private boolean isRoomy() {
        return cell() >= ROOMY_CELL;
    }

    /** @param left and {@code top} corner of what is drawn */
    void draw(Svg svg, double left, double top) {
        double x = left + margin();
        double y = top + margin();
        svg.rectangle("frame", x, y, cell() * scores.size(), cell() * scores.size());
        drawNames(svg, x, y);
        Map<String, Integer> places = new HashMap<>();
        scores.forEach(score -> places.put(score.label(), places.size()));
        for (Confusion confusion : performance.confusion()) {
            Integer row = places.get(confusion.label());
            Integer column = places.get(confusion.predicted());
            if (row != null && column != null) {
                drawCell(svg, confusion, scores.get(row).images(), x + column * cell(), y + row * cell());
            }
        }
    }

    private void drawNames(Svg svg, double x, double y) {
        String size = isRoomy() ? "" : " small";
        double baseline = cell() / 2 + (isRoomy() ? 4 : 3);
        for (int i = 0; i < scores.size(); i++) {
            String name = Words.label(scores.get(i).label());
            svg.text("end" + size, x - 5, y + i * cell() + baseline, name);
            svg.upright(size.strip(), x + i * cell() + baseline, y - 5, name);
        }
    }

    private void drawCell(Svg svg, Confusion confusion, int ofLabel, double x, double y) {
        boolean right = confusion.label().equals(confusion.predicted());
        double share = (double) confusion.images() / ofLabel;
        // What happens at all must be seen, and what happens often stand out.
        double opacity = 0.06 + 0.94 * Math.pow(share, 0.7);
        svg.cell(right ? "right" : "wrong", opacity, x, y, cell(), title(confusion, share));
        if (isRoomy()) {
            String style = (opacity > 0.55 ? "light " : "") + (cell() < 34 ? "small middle" : "middle");
            svg.text(style, x + cell() / 2, y + cell() / 2 + 4, Words.shortCount(confusion.images()));
        }
    }

    private static String title(Confusion confusion, double share) {
        return "%s taken for %s: %s images, %s of its label"
                .formatted(
                        confusion.label(),
                        confusion.predicted(),
                        Words.count(confusion.images()),
                        Words.percent(share));
    }
}

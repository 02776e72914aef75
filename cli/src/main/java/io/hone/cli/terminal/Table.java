package io.hone.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows below a line of headings, as wide as their widest cell; columns of numbers flush right. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * @param text of one line
     * @param style laid over it after padding, so that it does not count as width
     */
    public record Cell(String text, Style style, boolean flushRight) {

        public static Cell of(String text) {
            return new Cell(text, Style.PLAIN, false);
        }

        public static Cell of(String text, Style style) {
            return new Cell(text, style, false);
        }

        public static Cell number(long value) {
            return new Cell(String.format(java.util.Locale.ROOT, "%,d", value), Style.PLAIN, true);
        }
    }

    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    public Table row(Cell... cells) {
        return row(Arrays.asList(cells));
    }

    public Table row(List<Cell> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(
                    "row has %d cells, the table %d columns".formatted(cells.size(), headings.size()));
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public void print(Terminal terminal) {
        int[] widths = IntStream.range(0, headings.size()).map(this::width).toArray();
        terminal.line(line(terminal, headingCells(), widths));
        rows.forEach(row -> terminal.line(line(terminal, row, widths)));
    }

    private List<Cell> headingCells() {
        return IntStream.range(0, headings.size())
                .mapToObj(column -> new Cell(headings.get(column), Style.DIM, isFlushRight(column)))
                .toList();
    }

    private boolean isFlushRight(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).flushRight());
    }

    private int width(int column) {
        int widest = rows.stream()
                .mapToInt(row -> row.get(column).text().length())
                .max()
                .orElse(0);
        return Math.max(headings.get(column).length(), widest);
    }

    private static String line(Terminal terminal, List<Cell> cells, int[] widths) {
        StringBuilder line = new StringBuilder(GAP);
        for (int column = 0; column < widths.length; column++) {
            Cell cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.text().length());
            String text = terminal.styled(cell.style(), cell.text());
            line.append(cell.flushRight() ? padding + text : text + padding).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}

package io.hone.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows below a line of headings; the first column flush left, numbers in the others flush right. */
public final class Table {

    private final int columns;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        this.columns = headings.length;
        row(headings);
    }

    public Table row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "row has %d cells, the table %d columns".formatted(cells.length, columns));
        }
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String padding = " ".repeat(widths[column] - row.get(column).length());
                    return column == 0 ? row.get(column) + padding : padding + row.get(column);
                })
                .collect(Collectors.joining("  ", "  ", ""))
                .stripTrailing();
    }
}

package io.hone.cli.push;

import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A summary for people. */
public final class PushReport {

    private static final int MOST_ROWS = 200;

    private PushReport() {}

    public static void print(Terminal terminal, PushSummary summary) {
        if (summary.accepted() > 0) {
            counts(terminal, summary);
        }
        int doubles = summary.accepted() - summary.distinct();
        if (doubles > 0) {
            terminal.line("  %,d of them are byte for byte the same as another one: the last label counts.", doubles);
        }
        summary.failures().tallies().forEach(tally -> list(terminal, tally));
    }

    private static void counts(Terminal terminal, PushSummary summary) {
        SortedSet<String> splits = summary.byLabel().values().stream()
                .flatMap(counts -> counts.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Table table =
                new Table(Stream.concat(Stream.of("class"), splits.stream()).toArray(String[]::new));
        summary.byLabel().entrySet().stream()
                .limit(MOST_ROWS)
                .forEach(label -> table.row(row(label.getKey(), label.getValue(), splits)));
        if (summary.byLabel().size() > 1) {
            table.row(row("all", sums(summary), splits));
        }
        table.print(terminal);
        if (summary.byLabel().size() > MOST_ROWS) {
            terminal.line(
                    "  … with %,d classes that are not shown", summary.byLabel().size() - MOST_ROWS);
        }
    }

    private static List<Cell> row(String label, Map<String, Integer> counts, SortedSet<String> splits) {
        return Stream.concat(
                        Stream.of(Cell.of(label)),
                        splits.stream().map(split -> Cell.number(counts.getOrDefault(split, 0))))
                .toList();
    }

    private static Map<String, Integer> sums(PushSummary summary) {
        return summary.byLabel().values().stream()
                .flatMap(counts -> counts.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }

    private static void list(Terminal terminal, Failures.Tally tally) {
        terminal.bad("%,d %s: %s".formatted(tally.count(), tally.kind(), tally.reason()));
        tally.names().stream().sorted().forEach(name -> terminal.line("      " + name));
        if (tally.count() > tally.names().size()) {
            terminal.line("      … and %,d more", tally.count() - tally.names().size());
        }
    }
}

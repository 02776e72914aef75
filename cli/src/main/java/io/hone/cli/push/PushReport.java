package io.hone.cli.push;

import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A summary for people. */
public final class PushReport {

    private static final int LISTED = 20;

    private PushReport() {}

    public static void print(Terminal terminal, PushSummary summary) {
        if (summary.accepted() > 0) {
            counts(summary).print(terminal);
        }
        int doubles = summary.accepted() - summary.distinct();
        if (doubles > 0) {
            terminal.line("  %,d of them are byte for byte the same as another one: the last label counts.", doubles);
        }
        list(
                terminal,
                "refused",
                summary.refused().stream().collect(byReason(Outcome.Refused::image, Outcome.Refused::reason)));
        list(
                terminal,
                "not delivered",
                summary.undelivered().stream()
                        .collect(byReason(Outcome.Undelivered::image, Outcome.Undelivered::reason)));
    }

    private static Table counts(PushSummary summary) {
        SortedSet<String> splits = summary.byLabel().values().stream()
                .flatMap(counts -> counts.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Table table =
                new Table(Stream.concat(Stream.of("class"), splits.stream()).toArray(String[]::new));
        summary.byLabel().forEach((label, counts) -> table.row(row(label, counts, splits)));
        if (summary.byLabel().size() > 1) {
            table.row(row("all", sums(summary), splits));
        }
        return table;
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

    private static <T> Collector<T, ?, Map<String, List<String>>> byReason(
            Function<T, LabelledFile> image, Function<T, String> reason) {
        return Collectors.groupingBy(
                reason,
                TreeMap::new,
                Collectors.mapping(outcome -> image.apply(outcome).name(), Collectors.toList()));
    }

    private static void list(Terminal terminal, String what, Map<String, List<String>> byReason) {
        byReason.forEach((reason, names) -> {
            terminal.bad("%,d %s: %s".formatted(names.size(), what, reason));
            names.stream().sorted().limit(LISTED).forEach(name -> terminal.line("      " + name));
            if (names.size() > LISTED) {
                terminal.line("      … and %,d more", names.size() - LISTED);
            }
        });
    }
}

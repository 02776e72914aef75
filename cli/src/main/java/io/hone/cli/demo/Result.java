package io.hone.cli.demo;

import io.hone.cli.place.DataFolder;
import io.hone.cli.service.Evaluation;
import io.hone.cli.service.Evaluation.Finding;
import io.hone.cli.service.Evaluation.Measurement;
import io.hone.cli.terminal.Style;
import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What came of the turn: both accuracies, the verdict with its reasons, and where the champion lies. */
final class Result {

    private static final String BUCKET = "models";
    private static final Set<String> GAINS = Set.of("minimum-gain", "significance");

    private final Terminal terminal;

    Result(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Evaluation evaluation, DataFolder data) {
        comparison(evaluation).print(terminal);
        terminal.blank();
        List<Finding> findings = evaluation.verdict().findings();
        findings.stream().filter(Result::isWorthTelling).forEach(this::print);
        printOthers(findings.stream()
                .filter(finding -> !isWorthTelling(finding))
                .map(Finding::rule)
                .toList());
        terminal.heading("Verdict: version %d is %s"
                .formatted(evaluation.verdict().version(), evaluation.verdict().outcome()));
        if (evaluation.verdict().isPromotion()) {
            printChampion(evaluation.verdict().version(), data);
        }
    }

    /** What the candidate is better by, and whatever stands against it. */
    private static boolean isWorthTelling(Finding finding) {
        return GAINS.contains(finding.rule()) || !finding.passed();
    }

    private void printOthers(List<String> met) {
        terminal.done("and %d other rules are met: %s".formatted(met.size(), String.join(", ", met)));
    }

    private static Table comparison(Evaluation evaluation) {
        Table table = new Table("", "version", "accuracy on hold-out", "right", "of images", "ms an image");
        table.row(row("champion", evaluation.champion(), Style.PLAIN));
        table.row(row("candidate", evaluation.candidate(), Style.BOLD));
        return table;
    }

    private static Cell[] row(String name, Measurement measurement, Style style) {
        return new Cell[] {
            Cell.of(name, style),
            Cell.number(measurement.version()),
            new Cell(String.format(Locale.ROOT, "%.2f %%", measurement.percent()), style, true),
            Cell.number(measurement.correct()),
            Cell.number(measurement.images()),
            new Cell(
                    Optional.ofNullable(measurement.millisPerImage())
                            .map(millis -> String.format(Locale.ROOT, "%.2f", millis))
                            .orElse("–"),
                    Style.PLAIN,
                    true)
        };
    }

    private void print(Finding finding) {
        String text = "%s: %s".formatted(finding.rule(), finding.explanation());
        if (finding.passed()) {
            terminal.done(text);
        } else {
            terminal.bad(text);
        }
    }

    private void printChampion(int version, DataFolder data) {
        String folder = "models/%s/versions/%d/".formatted(Samples.MODEL, version);
        terminal.line(
                "  The champion lies in the bucket '%s' as %smodel.pt, with its manifest and what", BUCKET, folder);
        terminal.line("  DJL Serving needs. As a file on this machine:");
        terminal.line(
                "    %s",
                terminal.styled(
                        Style.LINK, data.object(BUCKET, folder + "model.pt").toString()));
    }
}

package io.hone.cli.quarantine;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.service.DoubtedImage;
import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import io.hone.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Tells of the images, those that were put aside first in front.")
final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private QuarantineOptions options = new QuarantineOptions();

    @Option(names = "--annotator", paramLabel = "NAME", description = "Only those whose labels NAME gave.")
    private String annotator;

    @Option(names = "--skip", paramLabel = "N", defaultValue = "0", description = "Leaves N in front out.")
    private int skip;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most N, up to 1000. Default: ${DEFAULT-VALUE}.")
    private int limit;

    ListCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try {
            print(options.quarantine(installation)
                    .list(Optional.ofNullable(annotator), skip, limit)
                    .orFail("the quarantine is not told", "See with ./hone status which models there are.")
                    .readList(DoubtedImage.class));
            return CommandLine.ExitCode.OK;
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }

    private void print(List<DoubtedImage> images) {
        if (images.isEmpty()) {
            terminal.line("  No label of '%s' is doubted.".formatted(options.model()));
            return;
        }
        Table table = new Table("image", "label", "by", "the champion says", "sure", "version", "when");
        images.forEach(image -> table.row(
                Cell.of(image.id()),
                Cell.of(image.label()),
                Cell.of(Optional.ofNullable(image.annotator()).orElse("")),
                Cell.of(image.predicted()),
                Cell.of(String.format(Locale.ROOT, "%.1f %%", 100 * image.confidence())),
                Cell.number(image.champion()),
                Cell.of(image.doubtedAt())));
        table.print(terminal);
    }
}

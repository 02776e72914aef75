package io.hone.cli.champion;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reject",
        description = "Turns a candidate down, so that it is not judged again.",
        footer = {"", "What is champion already is taken back with ./hone rollback."})
public final class RejectCommand extends DecisionCommand {

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason;

    public RejectCommand(Terminal terminal, Installation installation) {
        super(terminal, installation);
    }

    @Override
    Decision decision() {
        return new Decision(
                "reject",
                version,
                reason,
                "is rejected",
                "version %d of '%s' was not rejected".formatted(version, model()),
                "./hone rollback takes back what is champion.");
    }
}

package io.hone.cli.champion;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "promote",
        description = "Makes a version champion, whatever the gate says of it.",
        footer = {"", "./hone rollback takes it back."})
public final class PromoteCommand extends DecisionCommand {

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason;

    public PromoteCommand(Terminal terminal, Installation installation) {
        super(terminal, installation);
    }

    @Override
    Decision decision() {
        return new Decision(
                "promote",
                version,
                reason,
                "is champion",
                "version %d of '%s' was not promoted".formatted(version, model()),
                "Choose a version that is whole, and whose classes are the champion's.");
    }
}

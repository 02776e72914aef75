package io.hone.cli.champion;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description = "Makes an earlier champion champion again.",
        footer = {"", "Twice in a row goes two champions back. No version is lost: ./hone promote brings one forward."})
public final class RollbackCommand extends DecisionCommand {

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "One that was champion before. Default: the one before the present champion.")
    private Integer version;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason;

    public RollbackCommand(Terminal terminal, Installation installation) {
        super(terminal, installation);
    }

    @Override
    Decision decision() {
        return new Decision(
                "rollback",
                version,
                reason,
                "is champion again",
                "'%s' was not rolled back".formatted(model()),
                "See with ./hone status which version is champion, and name the one to go back to.");
    }
}

package io.hone.cli.champion;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description = "Makes an earlier champion champion again.",
        footer = {"", "Twice in a row goes two champions back. No version is lost: ./hone promote brings one forward."})
public final class RollbackCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "One that was champion before. Default: the one before the present champion.")
    private Integer version;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason;

    public RollbackCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        JsonNode entry = options.send(installation, "rollback", version, reason)
                .orFail(
                        "'%s' was not rolled back".formatted(options.model()),
                        "See with ./hone status which version is champion, and name the one to go back to.")
                .json();
        terminal.done("Version %d of '%s' is champion again."
                .formatted(entry.path("version").asInt(), options.model()));
        return CommandLine.ExitCode.OK;
    }
}

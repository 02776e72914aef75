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
        name = "promote",
        description = "Makes a version champion, whatever the gate says of it.",
        footer = {"", "./hone rollback takes it back."})
public final class PromoteCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason;

    public PromoteCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        JsonNode entry = options.send(installation, "promote", version, reason)
                .orFail(
                        "version %d of '%s' was not promoted".formatted(version, options.model()),
                        "Choose a version that is whole, and whose classes are the champion's.")
                .json();
        terminal.done("Version %d of '%s' is champion."
                .formatted(entry.path("version").asInt(), options.model()));
        return CommandLine.ExitCode.OK;
    }
}

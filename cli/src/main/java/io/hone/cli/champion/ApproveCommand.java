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
        name = "approve",
        description = "Agrees to the promotion of a candidate that waits for a person.",
        footer = {"", "A candidate waits where the model's policy wants a person to agree."})
public final class ApproveCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason;

    public ApproveCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        JsonNode entry = options.send(installation, "approve", version, reason)
                .orFail(
                        "version %d of '%s' was not approved".formatted(version, options.model()),
                        "./hone promote makes a version champion that does not wait for approval.")
                .json();
        terminal.done("Version %d of '%s' is champion."
                .formatted(entry.path("version").asInt(), options.model()));
        return CommandLine.ExitCode.OK;
    }
}

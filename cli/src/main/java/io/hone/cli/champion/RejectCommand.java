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
        name = "reject",
        description = "Turns a candidate down, so that it is not judged again.",
        footer = {"", "What is champion already is taken back with ./hone rollback."})
public final class RejectCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason;

    public RejectCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        JsonNode verdict = options.send(installation, "reject", version, reason)
                .orFail(
                        "version %d of '%s' was not rejected".formatted(version, options.model()),
                        "./hone rollback takes back what is champion.")
                .json();
        terminal.done("Version %d of '%s' is rejected."
                .formatted(verdict.path("version").asInt(), options.model()));
        return CommandLine.ExitCode.OK;
    }
}

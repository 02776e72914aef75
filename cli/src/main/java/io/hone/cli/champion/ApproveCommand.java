package io.hone.cli.champion;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        description = "Agrees to the promotion of a candidate that waits for a person.",
        footer = {"", "A candidate waits where the model's policy wants a person to agree."})
public final class ApproveCommand extends DecisionCommand {

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason;

    public ApproveCommand(Terminal terminal, Installation installation) {
        super(terminal, installation);
    }

    @Override
    Decision decision() {
        return new Decision(
                "approve",
                version,
                reason,
                "is champion",
                "version %d of '%s' was not approved".formatted(version, model()),
                "./hone promote makes a version champion that does not wait for approval.");
    }
}

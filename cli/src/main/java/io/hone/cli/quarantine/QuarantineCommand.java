package io.hone.cli.quarantine;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "quarantine",
        description = "Lists images whose labels the champion doubts, releases or discards them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Nothing is put aside unless the model's policy sets doubt.confidence: see docs/quarantine.md."})
public final class QuarantineCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private QuarantineCommand() {}

    public static CommandLine with(Terminal terminal, Installation installation) {
        return new CommandLine(new QuarantineCommand())
                .addSubcommand(new ListCommand(terminal, installation))
                .addSubcommand(new ReleaseCommand(terminal, installation))
                .addSubcommand(new DiscardCommand(terminal, installation));
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, release or discard?");
    }
}

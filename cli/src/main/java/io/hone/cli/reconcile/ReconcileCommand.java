package io.hone.cli.reconcile;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "reconcile",
        description = "Sends what a labelling tool's webhooks never delivered, from an export of the tool.",
        synopsisSubcommandLabel = "TOOL")
public final class ReconcileCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private ReconcileCommand() {}

    public static CommandLine with(Terminal terminal, Installation installation) {
        return new CommandLine(new ReconcileCommand()).addSubcommand(new LabelStudioCommand(terminal, installation));
    }

    /** Without a tool there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "of which TOOL? There is label-studio");
    }
}

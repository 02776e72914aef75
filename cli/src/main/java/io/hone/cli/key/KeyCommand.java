package io.hone.cli.key;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "key",
        description = "Gives out API keys, lists and revokes them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Only an operator of all models may. On this machine that is whoever can read the data folder's root-key;"
                    + " elsewhere, put such a key into HONE_KEY."
        })
public final class KeyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private KeyCommand() {}

    public static CommandLine with(Terminal terminal, Installation installation) {
        return new CommandLine(new KeyCommand())
                .addSubcommand(new CreateCommand(terminal, installation))
                .addSubcommand(new ListCommand(terminal, installation))
                .addSubcommand(new RevokeCommand(terminal, installation));
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "create, list or revoke?");
    }
}

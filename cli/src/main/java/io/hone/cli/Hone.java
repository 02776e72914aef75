package io.hone.cli;

import io.hone.cli.bench.BenchCommand;
import io.hone.cli.champion.ApproveCommand;
import io.hone.cli.champion.PromoteCommand;
import io.hone.cli.champion.RejectCommand;
import io.hone.cli.champion.RollbackCommand;
import io.hone.cli.demo.DemoCommand;
import io.hone.cli.key.KeyCommand;
import io.hone.cli.place.Installation;
import io.hone.cli.push.PushCommand;
import io.hone.cli.quarantine.QuarantineCommand;
import io.hone.cli.recipe.RecipeCommand;
import io.hone.cli.reconcile.ReconcileCommand;
import io.hone.cli.register.RegisterCommand;
import io.hone.cli.reproduce.ReproduceCommand;
import io.hone.cli.status.StatusCommand;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.up.DownCommand;
import io.hone.cli.up.UpCommand;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "hone",
        mixinStandardHelpOptions = true,
        versionProvider = Hone.Version.class,
        scope = ScopeType.INHERIT,
        description = "Keeps an image classifier sharp while the world it looks at changes.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:what was asked for came about",
            " 1:it did not; the reason is printed",
            " 2:the command line is wrong",
            "130, 143:ended by Ctrl-C, by SIGTERM"
        },
        footer = {"", "Begin with ./hone demo: a whole turn of the wheel on this machine, in some minutes."})
public final class Hone implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine(Terminal.ofSystem(), Installation.ofSystem()).execute(args));
    }

    static CommandLine commandLine(Terminal terminal, Installation installation) {
        CommandLine hone = new CommandLine(new Hone())
                .addSubcommand(new DemoCommand(terminal, installation))
                .addSubcommand(new UpCommand(terminal, installation))
                .addSubcommand(new RegisterCommand(terminal, installation))
                .addSubcommand(new RecipeCommand(terminal, installation))
                .addSubcommand(new ReproduceCommand(terminal, installation))
                .addSubcommand(new PushCommand(terminal, installation))
                .addSubcommand(ReconcileCommand.with(terminal, installation))
                .addSubcommand(QuarantineCommand.with(terminal, installation))
                .addSubcommand(new RollbackCommand(terminal, installation))
                .addSubcommand(new PromoteCommand(terminal, installation))
                .addSubcommand(new ApproveCommand(terminal, installation))
                .addSubcommand(new RejectCommand(terminal, installation))
                .addSubcommand(KeyCommand.with(terminal, installation))
                .addSubcommand(new StatusCommand(terminal, installation))
                .addSubcommand(new DownCommand(terminal, installation))
                .addSubcommand(new BenchCommand(installation))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(Math.max(80, Math.min(terminal.columns(), 110)))
                .setParameterExceptionHandler((failure, arguments) -> misused(terminal, failure))
                .setExecutionExceptionHandler((failure, command, result) -> fail(terminal, failure));
        hone.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true));
        return hone;
    }

    private static int misused(Terminal terminal, ParameterException misuse) {
        terminal.failure(
                misuse.getMessage(),
                "How it is used: ./%s --help"
                        .formatted(misuse.getCommandLine().getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(Terminal terminal, Exception failure) {
        if (failure instanceof CommandFailure expected) {
            terminal.failure(expected);
        } else {
            terminal.failure(
                    Optional.ofNullable(failure.getMessage())
                            .orElse(failure.getClass().getName()),
                    "That was not foreseen. See the logs in the data folder (./hone status names them).");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which COMMAND?");
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Hone.class.getPackage().getImplementationVersion())
                    .orElse("of the source tree");
            return new String[] {"hone " + version, "Java " + Runtime.version()};
        }
    }
}

package io.hone.cli.status;

import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Addresses;
import io.hone.cli.place.DataFolder;
import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.place.StackState;
import io.hone.cli.service.Evaluator;
import io.hone.cli.service.Trainer;
import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Tells what runs, how it is, and how far each model has come.",
        footer = {"", "Exit status 0 only when every process runs and is ready."})
public final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public StatusCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        DataFolder folder = services.folder(installation);
        Optional<StackState> state = folder.state();
        boolean processesWell = state.map(this::printProcesses).orElse(true);
        boolean modelsTold = printModels(services.addresses(installation), folder);
        return processesWell && modelsTold ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean printProcesses(StackState state) {
        ProcessTable processes = new ProcessTable(http(), state);
        terminal.heading("Processes");
        processes.table().print(terminal);
        if (!state.owner().isRunning()) {
            terminal.bad("Whoever started these was killed. Clear up with ./hone down");
        }
        return processes.isAllWell() && state.owner().isRunning();
    }

    private Http http() {
        return services.http(installation, Duration.ofSeconds(10));
    }

    private boolean printModels(Addresses addresses, DataFolder folder) {
        Http http = http();
        try {
            Optional<Table> models = new ModelTable(
                            new Evaluator(http, addresses.evaluator()), new Trainer(http, addresses.trainer()))
                    .table();
            terminal.heading("Models");
            models.ifPresentOrElse(
                    table -> table.print(terminal),
                    () -> terminal.line("  None yet. Register one: ./hone register --help"));
            return true;
        } catch (ServiceAwayException e) {
            terminal.failure(
                    "Hone is not up in %s: %s".formatted(folder.path(), e.getMessage()),
                    "Start it with ./hone up, or see it all happen: ./hone demo");
            return false;
        }
    }
}

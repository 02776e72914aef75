package io.hone.cli.up;

import io.hone.cli.place.DataFolder;
import io.hone.cli.place.DataOption;
import io.hone.cli.place.Installation;
import io.hone.cli.place.RunningProcess;
import io.hone.cli.place.StackState;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        description = "Ends the Hone that runs on this machine, and whatever a killed one may have left behind.")
public final class DownCommand implements Callable<Integer> {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final Installation installation;
    private final Leftovers leftovers = new Leftovers(ENDS_WITHIN);

    @Mixin
    private DataOption data = new DataOption();

    public DownCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        DataFolder folder = data.forLooking(installation);
        Optional<StackState> state = folder.state();
        Optional<ProcessHandle> owner =
                state.map(StackState::owner).flatMap(RunningProcess::find).filter(process -> folder.isInUse());
        owner.ifPresent(process -> end(process, folder));
        List<RunningProcess> left = state.map(leftovers::end).orElse(List.of());
        left.forEach(
                process -> terminal.line("Ended the %s (process %d), left behind.", process.name(), process.pid()));
        if (owner.isEmpty() && left.isEmpty()) {
            terminal.line("Hone is not up in %s: nothing to end.", folder.path());
        }
        if (owner.isEmpty() && state.isPresent()) {
            folder.forgetState();
        }
        return 0;
    }

    private void end(ProcessHandle owner, DataFolder folder) {
        owner.destroy();
        if (!leftovers.endsInTime(owner)) {
            throw new CommandFailure(
                    "Hone (process %d) does not end within %d s".formatted(owner.pid(), ENDS_WITHIN.toSeconds()),
                    "Kill it, then come back: kill -9 %d; ./hone down".formatted(owner.pid()));
        }
        terminal.line("Hone in %s is down. Its data stays there for the next ./hone up.", folder.path());
    }
}

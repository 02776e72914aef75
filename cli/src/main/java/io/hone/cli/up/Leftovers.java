package io.hone.cli.up;

import io.hone.cli.place.RunningProcess;
import io.hone.cli.place.StackState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes that outlived whoever started them. They end by themselves; one that hangs is ended here. */
final class Leftovers {

    private final Duration patience;

    Leftovers(Duration patience) {
        this.patience = patience;
    }

    /** @return those that still ran */
    List<RunningProcess> end(StackState state) {
        List<RunningProcess> left =
                state.processes().stream().filter(RunningProcess::isRunning).toList();
        left.forEach(process -> process.find().ifPresent(ProcessHandle::destroy));
        left.forEach(process -> process.find().ifPresent(this::awaitEnd));
        return left;
    }

    private void awaitEnd(ProcessHandle process) {
        if (!endsInTime(process)) {
            process.destroyForcibly();
            endsInTime(process);
        }
    }

    boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

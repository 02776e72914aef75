package io.hone.cli.status;

import io.hone.cli.http.Http;
import io.hone.cli.place.RunningProcess;
import io.hone.cli.place.StackState;
import io.hone.cli.terminal.Style;
import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import java.net.URI;
import java.util.OptionalLong;

/** What runs on this machine, and how it is. */
final class ProcessTable {

    private final Http http;
    private final Table table = new Table("process", "pid", "memory", "address", "health", "log");
    private boolean allWell = true;

    ProcessTable(Http http, StackState state) {
        this.http = http;
        state.processes().forEach(process -> add(process, isService(process, state)));
    }

    private static boolean isService(RunningProcess process, StackState state) {
        return process.address().startsWith("http") && !process.address().equals(state.s3());
    }

    private void add(RunningProcess process, boolean service) {
        Health health = health(process, service);
        allWell &= health.isReady();
        table.row(
                Cell.of(process.name(), Style.BOLD),
                new Cell(Long.toString(process.pid()), Style.PLAIN, true),
                new Cell(memory(process), Style.PLAIN, true),
                Cell.of(process.address(), Style.LINK),
                Cell.of(health.describe(), health.isReady() ? Style.GOOD : Style.BAD),
                Cell.of(process.log(), Style.DIM));
    }

    private Health health(RunningProcess process, boolean service) {
        if (!process.isRunning()) {
            return new Health(false, "ended");
        }
        return service ? Health.of(http, URI.create(process.address())) : new Health(true, "running");
    }

    private static String memory(RunningProcess process) {
        OptionalLong resident = process.isRunning() ? Memory.residentMebibytes(process.pid()) : OptionalLong.empty();
        return resident.isPresent() ? resident.getAsLong() + " MiB" : "";
    }

    Table table() {
        return table;
    }

    boolean isAllWell() {
        return allWell;
    }
}

package io.hone.cli.up;

import io.hone.cli.place.Service;
import io.hone.cli.place.StackState;
import io.hone.cli.terminal.Style;
import io.hone.cli.terminal.Table;
import io.hone.cli.terminal.Table.Cell;
import io.hone.cli.terminal.Terminal;

/** Says what listens where. */
public final class Greeting {

    private Greeting() {}

    public static void print(Terminal terminal, Stack stack) {
        StackState state = stack.state();
        Table table = new Table("what", "address", "");
        for (Service service : Service.values()) {
            table.row(
                    Cell.of(service.title(), Style.BOLD),
                    Cell.of(state.addresses().of(service).toString(), Style.LINK),
                    Cell.of(service.purpose()));
        }
        table.row(Cell.of("Kafka", Style.BOLD), Cell.of(state.kafka(), Style.LINK), Cell.of("bootstrap servers"));
        table.row(
                Cell.of("S3", Style.BOLD),
                Cell.of(state.s3(), Style.LINK),
                Cell.of("keys in " + stack.data().s3Keys()));
        table.row(
                Cell.of("key", Style.BOLD),
                Cell.of("Authorization: Bearer …", Style.LINK),
                Cell.of("the one in " + stack.data().rootKey()));
        table.print(terminal);
        terminal.line(
                "  The interfaces in detail: /q/openapi of each service. Data and logs: %s",
                stack.data().path());
    }
}

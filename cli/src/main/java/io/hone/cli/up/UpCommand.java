package io.hone.cli.up;

import io.hone.cli.place.DataFolder;
import io.hone.cli.place.DataOption;
import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        description = "Starts a Kafka broker, an S3 endpoint and the three services on this machine, and stays up.",
        footer = {
            "",
            "Ctrl-C, or ./hone down from elsewhere, ends every process, and so does the end of this one by any"
                    + " other means. Everything listens on 127.0.0.1 only, and what was learnt stays in the data"
                    + " folder for the next time."
        })
public final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private PortOptions ports = new PortOptions();

    @Mixin
    private DataOption data = new DataOption();

    public UpCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        DataFolder folder = data.forStarting(installation);
        terminal.line("Starting Hone in %s", folder.path());
        StackRequest request = new StackRequest(installation, folder, ports.ports(), Map.of(), data -> {});
        try (Stack stack = new StackStarter(terminal).start(request)) {
            terminal.heading("Hone is up.");
            Greeting.print(terminal, stack);
            terminal.blank();
            terminal.line("  Next: register a model (./hone register --help), or see it all happen: ./hone demo");
            terminal.line("  Ctrl-C ends it.");
            throw stack.awaitFailure();
        }
    }
}

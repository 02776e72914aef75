package io.hone.cli.champion;

import io.hone.cli.place.Installation;
import io.hone.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Sends a person's decision to the evaluator, and says what came of it. */
abstract class DecisionCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Installation installation;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    DecisionCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    /** As the options say. */
    abstract Decision decision();

    final String model() {
        return options.model();
    }

    @Override
    public final Integer call() {
        Decision decision = decision();
        int version = options.send(installation, decision)
                .orFail(decision.refused(), decision.hint())
                .json()
                .path("version")
                .asInt();
        terminal.done("Version %d of '%s' %s.".formatted(version, model(), decision.done()));
        return CommandLine.ExitCode.OK;
    }
}

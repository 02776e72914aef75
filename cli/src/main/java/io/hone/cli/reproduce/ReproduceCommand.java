package io.hone.cli.reproduce;

import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.service.Reproduction;
import io.hone.cli.service.Trainer;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Progress;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.time.Polling;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "reproduce",
        description = "Trains a version again from what its manifest records, and compares. Nothing is published.",
        footer = {
            "",
            "Exit status 0 only when the weights are the same, bit for bit: so they are on the same kind of machine."
        })
public final class ReproduceCommand implements Callable<Integer> {

    private static final String BUSY = "Wait until no run is under way (./hone status), and try again.";
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Terminal terminal;
    private final Installation installation;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model's name.")
    private String model;

    @Parameters(index = "1", paramLabel = "VERSION", description = "The number of a version that was trained.")
    private int version;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public ReproduceCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Trainer trainer = new Trainer(
                new Http(Duration.ofSeconds(60)),
                services.addresses(installation).trainer());
        try {
            Reproduction begun = trainer.reproduce(model, version);
            return report(watch(trainer, begun));
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }

    private Reproduction watch(Trainer trainer, Reproduction begun) {
        try (Progress progress = terminal.progress("Training again", "", begun.iterations())) {
            return Polling.within(PATIENCE)
                    .until(
                            () -> look(trainer, begun.reproduction(), progress),
                            () -> new CommandFailure("waiting for the trainer was interrupted", BUSY));
        }
    }

    private Optional<Reproduction> look(Trainer trainer, String name, Progress progress) {
        try {
            Reproduction now = trainer.reproduction(model, name);
            progress.stepTo(now.iteration());
            return now.isRunning() ? Optional.empty() : Optional.of(now);
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }

    private int report(Reproduction ended) {
        if (ended.outcome() == null) {
            throw new CommandFailure(
                    "version %d of '%s' could not be trained again: %s".formatted(version, model, ended.reason()),
                    "More in the trainer's log.");
        }
        terminal.line("  then  %s", ended.sha256());
        terminal.line("  now   %s", ended.outcome().sha256());
        if (ended.outcome().identical()) {
            terminal.done("Version %d of '%s' is reproduced bit for bit.".formatted(version, model));
            return CommandLine.ExitCode.OK;
        }
        terminal.bad(String.format(
                Locale.ROOT,
                "Version %d of '%s' came out otherwise: two weights differ by up to %.3g.",
                version,
                model,
                ended.outcome().largestDifference()));
        ended.outcome().otherwise().forEach(difference -> terminal.line("  Not as it was: %s", difference));
        return CommandLine.ExitCode.SOFTWARE;
    }
}

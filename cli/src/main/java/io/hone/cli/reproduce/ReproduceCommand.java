package io.hone.cli.reproduce;

import io.hone.cli.http.Answer;
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

    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Terminal terminal;
    private final Installation installation;
    private final Polling polling;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model's name.")
    private String model;

    @Parameters(index = "1", paramLabel = "VERSION", description = "The number of a version that was trained.")
    private int version;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public ReproduceCommand(Terminal terminal, Installation installation) {
        this(terminal, installation, Polling.within(PATIENCE));
    }

    ReproduceCommand(Terminal terminal, Installation installation, Polling polling) {
        this.terminal = terminal;
        this.installation = installation;
        this.polling = polling;
    }

    @Override
    public Integer call() {
        Trainer trainer = new Trainer(
                services.http(installation, Duration.ofSeconds(60)),
                services.addresses(installation).trainer());
        try {
            return report(watch(trainer, begin(trainer)));
        } catch (ServiceAwayException e) {
            throw e.asFailure();
        }
    }

    private Reproduction begin(Trainer trainer) throws ServiceAwayException {
        Answer answer = trainer.reproduce(model, version);
        return answer.orFail("version %d of '%s' is not trained again".formatted(version, model), next(answer.status()))
                .read(Reproduction.class);
    }

    private static String next(int status) {
        return switch (status) {
            case 404 -> "See with ./hone status which models there are, and how many versions they have.";
            case 409 -> "Wait until no run is under way (./hone status), and try again.";
            case 422 -> "Choose a version that a run made, and whose images are all still in the stream.";
            default -> "See with ./hone status whether all services run, and in the trainer's log why.";
        };
    }

    private Reproduction watch(Trainer trainer, Reproduction begun) {
        try (Progress progress = terminal.progress("Training again", "", begun.iterations())) {
            return polling.until(() -> look(trainer, begun.reproduction(), progress), this::gaveUp);
        }
    }

    private CommandFailure gaveUp() {
        String why = Thread.currentThread().isInterrupted()
                ? "waiting for the trainer was interrupted"
                : "the trainer has not finished within %d hours"
                        .formatted(polling.within().toHours());
        return new CommandFailure(why, "It may still be at it: its log says how it gets on, and how it came out.");
    }

    private Optional<Reproduction> look(Trainer trainer, String name, Progress progress) {
        try {
            Reproduction now = trainer.reproduction(model, name);
            progress.stepTo(now.iteration());
            return now.isRunning() ? Optional.empty() : Optional.of(now);
        } catch (ServiceAwayException e) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
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

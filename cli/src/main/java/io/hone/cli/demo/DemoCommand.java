package io.hone.cli.demo;

import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.DataFolder;
import io.hone.cli.place.DataOption;
import io.hone.cli.place.Installation;
import io.hone.cli.place.RootKey;
import io.hone.cli.place.Service;
import io.hone.cli.service.Evaluation;
import io.hone.cli.service.Key;
import io.hone.cli.service.Keys;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.up.Greeting;
import io.hone.cli.up.PortOptions;
import io.hone.cli.up.Stack;
import io.hone.cli.up.StackRequest;
import io.hone.cli.up.StackStarter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Shows a whole turn of the wheel with the sample images: a base model registered, images"
                + " streamed in, a run, a verdict, a new champion.",
        footer = {
            "",
            "The demo begins with an empty data folder of its own (.hone/demo) and throws away what an earlier demo"
                    + " left there. Exit status 0 only when a better version was promoted."
        })
public final class DemoCommand implements Callable<Integer> {

    /** The run is started once every image has arrived, and by nothing else. */
    private static final Map<String, String> NO_TRIGGER =
            Map.of("HONE_TRIGGER_NEW_IMAGES", "", "HONE_TRIGGER_INTERVAL", "");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final Installation installation;

    @Option(names = "--exit", description = "Stop everything after the verdict, instead of leaving it running.")
    private boolean exit;

    @Option(
            names = "--new-classes",
            description = "Go on with a second turn: images of two classes arrive that the model has never heard of.")
    private boolean newClasses;

    @Option(names = "--keep-data", description = "Go on with what an earlier demo left, instead of beginning anew.")
    private boolean keepData;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long all of it may take. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    @Mixin
    private PortOptions ports = new PortOptions();

    @Mixin
    private DataOption data = new DataOption();

    public DemoCommand(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        Deadline deadline = new Deadline(Duration.ofSeconds(timeout));
        Samples samples = new Samples(installation);
        DataFolder folder = data.forStarting(installation.demoData());
        terminal.heading("1  Starting Hone in " + folder.path());
        StackRequest request =
                new StackRequest(installation, folder, ports.ports(), NO_TRIGGER, new DemoFolder(keepData));
        try (Stack stack = new StackStarter(terminal).start(request)) {
            Evaluation evaluation = turn(samples, stack, deadline);
            new Result(terminal).print(evaluation, folder);
            terminal.line("  All of it took %.0f s.", (System.nanoTime() - start) / 1e9);
            return conclude(stack, evaluation);
        }
    }

    private Evaluation turn(Samples samples, Stack stack, Deadline deadline) throws IOException {
        try {
            Turn turn = new Turn(terminal, samples, stack, http(stack), deadline);
            Evaluation first = turn.take();
            if (!newClasses) {
                return first;
            }
            new Result(terminal).print(first, stack.data());
            return turn.takeNewClasses();
        } catch (ServiceAwayException e) {
            stack.requireRunning();
            throw e;
        }
    }

    /** With a key of the demo's own, as everybody else would get one. */
    private static Http http(Stack stack) throws ServiceAwayException {
        Keys keys = new Keys(
                new Http(PATIENCE, Optional.of(RootKey.in(stack.data().rootKey()))),
                stack.addresses().evaluator());
        return new Http(
                PATIENCE,
                Optional.of(keys.create("demo", List.of("operator:*"))
                        .orFail(
                                "the demo got no key",
                                "See why in " + stack.data().log(Service.EVALUATOR))
                        .read(Key.class)
                        .key()));
    }

    private int conclude(Stack stack, Evaluation evaluation) {
        if (!exit) {
            terminal.heading("Hone stays up.");
            Greeting.print(terminal, stack);
            WhatNext.print(terminal, stack);
            throw stack.awaitFailure();
        }
        if (!evaluation.verdict().isPromotion()) {
            throw new CommandFailure(
                    "no better version came of it: version %d is %s"
                            .formatted(
                                    evaluation.verdict().version(),
                                    evaluation.verdict().outcome()),
                    "The reasons are above, and the logs in %s."
                            .formatted(stack.data().path().resolve("logs")));
        }
        return CommandLine.ExitCode.OK;
    }
}

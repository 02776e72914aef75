package io.hone.cli.demo;

import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Service;
import io.hone.cli.push.ImageFolder;
import io.hone.cli.push.Push;
import io.hone.cli.push.PushReport;
import io.hone.cli.push.PushSettings;
import io.hone.cli.push.PushSummary;
import io.hone.cli.service.Evaluation;
import io.hone.cli.service.Evaluator;
import io.hone.cli.service.Run;
import io.hone.cli.service.Trainer;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.StatusLine;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.up.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One turn of the wheel: a base registered, images streamed in, a run, a verdict. */
final class Turn {

    private static final int CONFLICT = 409;

    private final Terminal terminal;
    private final Samples samples;
    private final Stack stack;
    private final Deadline deadline;
    private final Trainer trainer;
    private final Evaluator evaluator;

    Turn(Terminal terminal, Samples samples, Stack stack, Deadline deadline) {
        this.terminal = terminal;
        this.samples = samples;
        this.stack = stack;
        this.deadline = deadline;
        Http http = new Http(Duration.ofSeconds(60));
        this.trainer = new Trainer(http, stack.addresses().trainer());
        this.evaluator = new Evaluator(http, stack.addresses().evaluator());
    }

    Evaluation take() throws IOException {
        registerBase();
        streamSamples();
        Run run = fineTune();
        return awaitVerdict(run.version());
    }

    private void registerBase() throws IOException {
        terminal.heading("2  Registering the base model");
        Answer answer = evaluator.register(samples.base().asRequest());
        if (answer.status() == CONFLICT) {
            terminal.done("'%s' is registered already, from an earlier demo".formatted(Samples.MODEL));
            return;
        }
        answer.orFail(
                "the base was not registered", "See why in " + stack.data().log(Service.EVALUATOR));
        terminal.done("'%s': version 1 is its champion".formatted(Samples.MODEL));
    }

    private void streamSamples() throws IOException {
        terminal.heading("3  Streaming labelled images in, as another camera sees them");
        PushSummary sent;
        try (ImageFolder folder = ImageFolder.open(samples.stream())) {
            sent = new Push(terminal, stack.addresses().ingest(), Samples.MODEL, PushSettings.IN_ORDER).send(folder);
        }
        if (!sent.isComplete()) {
            PushReport.print(terminal, sent);
            throw new CommandFailure(
                    "not every sample was accepted",
                    "See why in " + stack.data().log(Service.INGEST));
        }
        new Arrival(terminal, stack, trainer, evaluator).await(sent, deadline);
        terminal.done(String.format(
                Locale.ROOT,
                "%,d images to train on; %,d held out, to compare on and never trained on",
                sent.distinctTraining(),
                sent.distinctHoldOut()));
    }

    private Run fineTune() throws ServiceAwayException {
        terminal.heading("4  Fine-tuning the champion on them");
        Run run = new RunWatch(terminal, stack, trainer, deadline).watch(trainer.startRun(Samples.MODEL));
        terminal.done(String.format(
                Locale.ROOT,
                "version %d is a candidate: %d iterations in %.1f s, loss %.3f",
                run.version(),
                run.iterations(),
                run.seconds(),
                run.lossOrNaN()));
        return run;
    }

    private Evaluation awaitVerdict(int version) {
        terminal.heading("5  Comparing champion and candidate on the hold-out");
        try (StatusLine line = terminal.statusLine()) {
            line.show("… waiting for the verdict on version " + version);
            return deadline.polling()
                    .until(
                            () -> verdict(version),
                            () -> deadline.late(
                                    "the verdict",
                                    stack.data().log(Service.EVALUATOR).toString()));
        }
    }

    /** The verdict is decided a moment before the champion moves. */
    private boolean hasTakenEffect(Evaluation evaluation) throws ServiceAwayException {
        return !evaluation.verdict().isPromotion()
                || evaluator
                        .model(Samples.MODEL)
                        .filter(model -> model.champion().version()
                                == evaluation.verdict().version())
                        .isPresent();
    }

    private Optional<Evaluation> verdict(int version) {
        stack.requireRunning();
        try {
            Optional<Evaluation> reached = evaluator.verdict(Samples.MODEL, version);
            return reached.isPresent() && hasTakenEffect(reached.get()) ? reached : Optional.empty();
        } catch (ServiceAwayException e) {
            return Optional.empty();
        }
    }
}

package io.hone.cli.demo;

import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Service;
import io.hone.cli.push.Push;
import io.hone.cli.push.PushReport;
import io.hone.cli.push.PushSettings;
import io.hone.cli.push.PushSummary;
import io.hone.cli.push.source.ImageFolder;
import io.hone.cli.service.Evaluation;
import io.hone.cli.service.Evaluator;
import io.hone.cli.service.Run;
import io.hone.cli.service.Trainer;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.terminal.StatusLine;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.up.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One turn of the wheel: a base registered, images streamed in, a run, a verdict. */
final class Turn {

    private static final int CONFLICT = 409;

    private final Terminal terminal;
    private final Samples samples;
    private final Stack stack;
    private final Http http;
    private final Deadline deadline;
    private final Trainer trainer;
    private final Evaluator evaluator;
    private int training;
    private int holdOut;

    /** @param http as somebody who may send images, and register and train models */
    Turn(Terminal terminal, Samples samples, Stack stack, Http http, Deadline deadline) {
        this.terminal = terminal;
        this.samples = samples;
        this.stack = stack;
        this.deadline = deadline;
        this.http = http;
        this.trainer = new Trainer(http, stack.addresses().trainer());
        this.evaluator = new Evaluator(http, stack.addresses().evaluator());
    }

    Evaluation take() throws IOException {
        registerBase();
        stream("3  Streaming labelled images in, as another camera sees them", samples.stream());
        Run run = fineTune("4  Fine-tuning the champion on them");
        return awaitVerdict("5  Comparing champion and candidate on the hold-out", run.version());
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

    /** Classes nobody told the model of at registration: labels in the stream are enough. */
    Evaluation takeNewClasses() throws IOException {
        stream("6  Streaming in images of two classes that the model has never heard of", samples.newClasses());
        Run run = fineTune("7  Fine-tuning: its head grows by a row for each new class");
        terminal.done("new classes: %s; the rows of the others were carried over bit for bit before training"
                .formatted(String.join(", ", entered(run, stack.data().log(Service.TRAINER)))));
        return awaitVerdict("8  Comparing again, on a hold-out that now has the new classes in it", run.version());
    }

    /** The classes that a run brought into the model. */
    static List<String> entered(Run run, Path log) {
        if (run.newClasses().isEmpty()) {
            throw new CommandFailure(
                    "no new class entered the model by the run %s".formatted(run.run()),
                    "An earlier demo may have taught them: begin anew, without --keep-data. Otherwise see why in "
                            + log);
        }
        return run.newClasses();
    }

    private void stream(String heading, Path images) throws IOException {
        terminal.heading(heading);
        PushSummary sent;
        try (ImageFolder folder = ImageFolder.open(images)) {
            sent = new Push(terminal, http, stack.addresses().ingest(), Samples.MODEL, PushSettings.IN_ORDER)
                    .send(folder);
        }
        if (!sent.isComplete()) {
            PushReport.print(terminal, sent);
            throw new CommandFailure(
                    "not every sample was accepted",
                    "See why in " + stack.data().log(Service.INGEST));
        }
        training += sent.distinctTraining();
        holdOut += sent.distinctHoldOut();
        new Arrival(terminal, stack, trainer, evaluator).await(training, holdOut, deadline);
        terminal.done(String.format(
                Locale.ROOT,
                "%,d images to train on; %,d held out, to compare on and never trained on",
                sent.distinctTraining(),
                sent.distinctHoldOut()));
    }

    private Run fineTune(String heading) throws ServiceAwayException {
        terminal.heading(heading);
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

    private Evaluation awaitVerdict(String heading, int version) {
        terminal.heading(heading);
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

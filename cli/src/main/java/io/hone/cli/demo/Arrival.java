package io.hone.cli.demo;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Service;
import io.hone.cli.push.PushSummary;
import io.hone.cli.service.Evaluator;
import io.hone.cli.service.Model;
import io.hone.cli.service.Trainer;
import io.hone.cli.service.TrainingImages;
import io.hone.cli.terminal.StatusLine;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.up.Stack;
import java.util.Optional;

/** Waits until trainer and evaluator have read every image that was sent: then figures are the same each time. */
final class Arrival {

    private final Terminal terminal;
    private final Stack stack;
    private final Trainer trainer;
    private final Evaluator evaluator;

    Arrival(Terminal terminal, Stack stack, Trainer trainer, Evaluator evaluator) {
        this.terminal = terminal;
        this.stack = stack;
        this.trainer = trainer;
        this.evaluator = evaluator;
    }

    void await(PushSummary sent, Deadline deadline) {
        try (StatusLine line = terminal.statusLine()) {
            deadline.polling()
                    .until(
                            () -> look(sent, line),
                            () -> deadline.late(
                                    "trainer and evaluator to read the images",
                                    stack.data().log(Service.TRAINER).toString()));
        }
    }

    private Optional<Boolean> look(PushSummary sent, StatusLine line) {
        stack.requireRunning();
        int training = training();
        int holdOut = holdOut();
        line.show("… arrived: %d of %d to train on, %d of %d to compare on"
                .formatted(training, sent.distinctTraining(), holdOut, sent.distinctHoldOut()));
        return training >= sent.distinctTraining() && holdOut >= sent.distinctHoldOut()
                ? Optional.of(true)
                : Optional.empty();
    }

    private int training() {
        try {
            return trainer.images(Samples.MODEL).map(TrainingImages::images).orElse(0);
        } catch (ServiceAwayException e) {
            return 0;
        }
    }

    private int holdOut() {
        try {
            return evaluator.model(Samples.MODEL).map(Model::holdOutImages).orElse(0);
        } catch (ServiceAwayException e) {
            return 0;
        }
    }
}

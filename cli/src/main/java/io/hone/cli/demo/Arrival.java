package io.hone.cli.demo;

import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.place.Service;
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

    /** Waits until so many images are there, with those of before. */
    void await(int wantedTraining, int wantedHoldOut, Deadline deadline) {
        try (StatusLine line = terminal.statusLine()) {
            deadline.polling()
                    .until(
                            () -> look(wantedTraining, wantedHoldOut, line),
                            () -> deadline.late(
                                    "trainer and evaluator to read the images",
                                    stack.data().log(Service.TRAINER).toString()));
        }
    }

    private Optional<Boolean> look(int wantedTraining, int wantedHoldOut, StatusLine line) {
        stack.requireRunning();
        int training = training();
        int holdOut = holdOut();
        line.show("… arrived: %d of %d to train on, %d of %d to compare on"
                .formatted(training, wantedTraining, holdOut, wantedHoldOut));
        return training >= wantedTraining && holdOut >= wantedHoldOut ? Optional.of(true) : Optional.empty();
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

package io.hone.ingest.upload;

import io.hone.contracts.model.ModelName;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.body.ImageSource;
import io.hone.ingest.intake.Accepted;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.ingest.intake.LargerThanTopicException;
import io.hone.ingest.intake.Ticket;
import io.hone.ingest.upload.BatchAnswer.Outcome;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.platform.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends all images of a request before it waits for the first acknowledgement. Each has an outcome of its own. */
final class Batch {

    private final Upload upload;
    private final IntakeMetrics metrics;
    private final ModelName model;
    private final List<Pending> sent = new ArrayList<>();
    private Optional<HttpProblem> away = Optional.empty();

    /** Of ticket and problem one is there. */
    private record Pending(Optional<Ticket> ticket, Optional<HttpProblem> problem) {}

    Batch(Upload upload, IntakeMetrics metrics) {
        this.upload = upload;
        this.metrics = metrics;
        this.model = upload.settings().model();
    }

    void send(ImageMetadata metadata, ImageSource source) {
        sent.add(away.map(problem -> new Pending(Optional.empty(), Optional.of(problem)))
                .orElseGet(() -> attempt(metadata, source)));
    }

    private Pending attempt(ImageMetadata metadata, ImageSource source) {
        try {
            Ticket ticket = upload.send(sent.size(), metadata.labelling(), source.read());
            if (ticket.hasFailed()) {
                ticket.await();
            }
            return new Pending(Optional.of(ticket), Optional.empty());
        } catch (UnreadableImageException | RuntimeException e) {
            return new Pending(Optional.empty(), Optional.of(refuse(e)));
        }
    }

    /** Waits for all acknowledgements. */
    BatchAnswer await() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int part = 0; part < sent.size(); part++) {
            outcomes.add(outcome(part, sent.get(part)));
        }
        return BatchAnswer.of(outcomes);
    }

    private Outcome outcome(int part, Pending pending) {
        if (pending.problem().isPresent()) {
            return refused(part, pending.problem().get());
        }
        try {
            Accepted image = pending.ticket().orElseThrow().await();
            metrics.accepted(model, image);
            return Outcome.accepted(part, image);
        } catch (BrokerAwayException | LargerThanTopicException e) {
            return refused(part, refuse(e));
        }
    }

    private Outcome refused(int part, HttpProblem problem) {
        metrics.refused(Optional.of(model), Problems.name(problem));
        return Outcome.refused(part, problem);
    }

    /** Once a broker is away, the images that follow do not wait for it one after the other. */
    private HttpProblem refuse(Exception failure) {
        HttpProblem problem = Refusals.problem(failure);
        if (failure instanceof BrokerAwayException) {
            away = Optional.of(problem);
        }
        return problem;
    }
}

package io.hone.cli.push;

import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.time.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Sends one batch, and again while the service is away: nothing is doubled by that, since an image's id is the digest of
 * its bytes.
 */
final class BatchSender implements Sender {

    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Http http;
    private final URI batches;
    private final BatchRequest request;
    private final Pause pause;
    private final Duration patience;

    /** @param patience for how long a service that is away is waited for, in all, with each batch */
    BatchSender(Http http, URI batches, BatchRequest request, Pause pause, Duration patience) {
        this.http = http;
        this.batches = batches;
        this.request = request;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * One outcome for each image, in no particular order.
     *
     * @throws CommandFailure if no image at all can be accepted, such as for an unknown model
     */
    @Override
    public String activity() {
        return "Sending images";
    }

    @Override
    public List<Outcome> send(List<LabelledImage> images) {
        List<Outcome> outcomes = new ArrayList<>();
        List<LabelledImage> left = images;
        Backoff backoff = new Backoff(patience);
        while (!left.isEmpty()) {
            Attempt attempt = attempt(left);
            outcomes.addAll(attempt.outcomes());
            left = attempt.away();
            if (!left.isEmpty() && backoff.isExhausted()) {
                left.forEach(image -> outcomes.add(new Outcome.Undelivered(image, attempt.reason())));
                return outcomes;
            }
            if (!left.isEmpty()) {
                pause.last(backoff.next(attempt.retryAfter()));
            }
        }
        return outcomes;
    }

    private Attempt attempt(List<LabelledImage> images) {
        try {
            Answer answer = http.post(batches, request.of(images));
            return switch (answer.status()) {
                case UNAVAILABLE, TOO_MANY -> Attempt.away(images, answer.problem(), answer.retryAfter());
                case TOO_LARGE -> tooLarge(images, answer);
                case NOT_FOUND -> throw unknownModel(answer);
                default -> Attempt.of(BatchAnswer.read(accepted(answer), images), answer.retryAfter());
            };
        } catch (ServiceAwayException e) {
            return Attempt.away(images, e.getMessage());
        }
    }

    /** The service's limit for a request may be lower than ours. */
    private Attempt tooLarge(List<LabelledImage> images, Answer answer) {
        if (images.size() == 1) {
            return Attempt.refused(images.get(0), answer.problem());
        }
        int half = images.size() / 2;
        Function<List<LabelledImage>, List<Outcome>> sendPart = this::send;
        List<Outcome> outcomes = new ArrayList<>(sendPart.apply(images.subList(0, half)));
        outcomes.addAll(sendPart.apply(images.subList(half, images.size())));
        return Attempt.done(outcomes);
    }

    private static CommandFailure unknownModel(Answer answer) {
        return new CommandFailure(
                "the images are for nobody: " + answer.problem(),
                "See with ./hone status which models there are, or register this one: ./hone register --help");
    }

    /** Some images of an accepted batch may be refused; then the status says so for each of them. */
    private static Answer accepted(Answer answer) {
        return answer.orFail(
                "the ingest service refuses the images", "Correct what it names, then run the same command again.");
    }
}

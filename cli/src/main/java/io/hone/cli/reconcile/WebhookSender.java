package io.hone.cli.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.hone.cli.http.Answer;
import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.terminal.CommandFailure;
import io.hone.cli.time.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Sends one batch, and again while the service is away: what is told twice is done once. */
final class WebhookSender {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final String AGAIN = "Run the same command again: what is queued already is not taken twice.";

    private final Http http;
    private final URI webhooks;
    private final Map<String, String> headers;
    private final Pause pause;
    private final Duration patience;

    /** @param patience for how long a service that is away is waited for, with each batch */
    WebhookSender(Http http, URI webhooks, String secretHeader, String secret, Pause pause, Duration patience) {
        this.http = http;
        this.webhooks = webhooks;
        this.headers = Map.of(secretHeader, secret);
        this.pause = pause;
        this.patience = patience;
    }

    /** @throws CommandFailure if it was not taken */
    JsonNode send(Batch batch) {
        byte[] json = batch.json();
        for (Duration waited = Duration.ZERO; ; ) {
            try {
                Answer answer = http.post(webhooks, json, headers);
                boolean away = answer.status() == UNAVAILABLE || answer.status() == TOO_MANY;
                if (!away || isOver(waited)) {
                    return taken(answer).json();
                }
                waited = waited.plus(rest(answer.retryAfter().orElse(USUAL)));
            } catch (ServiceAwayException e) {
                if (isOver(waited)) {
                    throw e.asFailure();
                }
                waited = waited.plus(rest(USUAL));
            }
        }
    }

    private boolean isOver(Duration waited) {
        return waited.compareTo(patience) >= 0;
    }

    private Duration rest(Duration duration) {
        pause.last(duration);
        return duration;
    }

    private static Answer taken(Answer answer) {
        if (answer.status() == UNAUTHORIZED) {
            throw new CommandFailure(
                    "the ingest service does not know this Label Studio: " + answer.problem(),
                    "Compare the secret with hone.feeds.label-studio.name.secret of the ingest service.");
        }
        return answer.orFail("the ingest service does not take the annotations", AGAIN);
    }
}

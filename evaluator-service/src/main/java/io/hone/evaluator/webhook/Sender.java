package io.hone.evaluator.webhook;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends events, signed anew each time. Redirections are not followed: an event goes where it was meant to, or nowhere. */
final class Sender {

    /** A request that came too slowly, too early, or with too many others. */
    private static final Set<Integer> TIME_MENDS = Set.of(408, 425, 429);

    private final HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    /** @param timeout from connecting to the end of the answer */
    Sender(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @throws CancellationException if the thread is interrupted meanwhile */
    Attempt send(Endpoint endpoint, WebhookEvent event) {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(endpoint, event), BodyHandlers.discarding());
        try {
            return judge(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return failed("no answer within " + timeout);
        } catch (ExecutionException e) {
            return failed(reason(e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("the attempt was interrupted");
        }
    }

    private HttpRequest request(Endpoint endpoint, WebhookEvent event) {
        Instant now = clock.instant();
        return HttpRequest.newBuilder(endpoint.url())
                .timeout(timeout)
                .header("Content-Type", WebhookEvent.CONTENT_TYPE)
                .header("User-Agent", "Hone")
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", endpoint.signer().sign(event.id(), now, event.body()))
                .POST(BodyPublishers.ofByteArray(event.body()))
                .build();
    }

    private static Attempt judge(HttpResponse<Void> answer) {
        int status = answer.statusCode();
        return status >= 200 && status < 300
                ? new Attempt.Delivered()
                : new Attempt.Failed("status " + status, isRefusal(status), retryAfter(answer));
    }

    /** The client's fault, and not one that time mends. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && !TIME_MENDS.contains(status);
    }

    /** In seconds; a date, which HTTP allows as well, is left to our own patience. */
    private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static Attempt failed(String reason) {
        return new Attempt.Failed(reason, false, Optional.empty());
    }
}

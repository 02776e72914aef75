package io.hone.ingest.upload;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.hone.contracts.image.ImageId;
import io.hone.contracts.model.ModelName;
import io.hone.images.UnreadableImageException;
import io.hone.ingest.intake.Labelling;
import io.hone.ingest.intake.Ticket;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells a request that is sent again from a new one by its {@code Idempotency-Key}: it gets the first one's answer, and
 * nothing is sent twice. An image sent again is the same image in any case; but its label may have been corrected in
 * between, which a repetition must not undo.
 *
 * <p>Kept in memory, for a time and up to a number: after a restart, a repetition is taken for a new request.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP
 *     header field</a>
 */
final class Repeats {

    private static final int REQUESTS = 100_000;

    private final Cache<Key, Attempt> attempts;

    /**
     * What makes two requests the same.
     *
     * @param caller others may use the same text
     * @param part of a batch, from 0
     */
    record Key(String caller, ModelName model, String text, int part) {}

    /** What was asked for, and its ticket once it was sent. */
    private record Attempt(ImageId image, Labelling labelling, Optional<Ticket> ticket) {

        boolean asksFor(ImageId otherImage, Labelling otherLabelling) {
            return image.equals(otherImage) && labelling.equals(otherLabelling);
        }

        Attempt sent(Ticket given) {
            return new Attempt(image, labelling, Optional.of(given));
        }
    }

    /** Sends an image on its way. */
    @FunctionalInterface
    interface Sending {
        Ticket send() throws UnreadableImageException;
    }

    /** @param kept how long a request is known again */
    Repeats(Duration kept, Ticker ticker) {
        this.attempts = Caffeine.newBuilder()
                .maximumSize(REQUESTS)
                .expireAfterWrite(kept)
                .ticker(ticker)
                .build();
    }

    /**
     * The ticket of the first attempt; sends the image if there was none, or no broker took it.
     *
     * @throws RepeatException if the key came with another image or label, or its first request is still being looked at
     */
    Ticket once(Key key, ImageId image, Labelling labelling, Sending sending) throws UnreadableImageException {
        Attempt mine = new Attempt(image, labelling, Optional.empty());
        Attempt first = attempts.asMap().putIfAbsent(key, mine);
        if (first == null) {
            return send(key, mine, sending);
        }
        if (!first.asksFor(image, labelling)) {
            throw RepeatException.otherRequest(key.text());
        }
        Ticket ticket = first.ticket().orElseThrow(() -> RepeatException.underWay(key.text()));
        if (!ticket.hasFailed()) {
            return ticket.again();
        }
        if (!attempts.asMap().replace(key, first, mine)) {
            throw RepeatException.underWay(key.text());
        }
        return send(key, mine, sending);
    }

    private Ticket send(Key key, Attempt attempt, Sending sending) throws UnreadableImageException {
        boolean sent = false;
        try {
            Ticket ticket = sending.send();
            attempts.put(key, attempt.sent(ticket));
            sent = true;
            return ticket;
        } finally {
            if (!sent) {
                attempts.asMap().remove(key, attempt);
            }
        }
    }
}

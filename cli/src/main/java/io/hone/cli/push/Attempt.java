package io.hone.cli.push;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of sending a batch once.
 *
 * @param away images to send again
 * @param reason why they are to be sent again; empty when there are none
 * @param retryAfter how long the service asks to wait before that
 */
record Attempt(List<Outcome> outcomes, List<LabelledImage> away, String reason, Optional<Duration> retryAfter) {

    static Attempt done(List<Outcome> outcomes) {
        return new Attempt(outcomes, List.of(), "", Optional.empty());
    }

    static Attempt refused(LabelledImage image, String reason) {
        return done(List.of(new Outcome.Refused(image, reason)));
    }

    static Attempt away(List<LabelledImage> images, String reason) {
        return away(images, reason, Optional.empty());
    }

    static Attempt away(List<LabelledImage> images, String reason, Optional<Duration> retryAfter) {
        return new Attempt(List.of(), images, reason, retryAfter);
    }

    static Attempt of(BatchAnswer answer, Optional<Duration> retryAfter) {
        return new Attempt(answer.outcomes(), answer.away(), "the ingest service could not take it", retryAfter);
    }
}

package io.hone.evaluator.holdout;

import io.hone.feed.ImageFeed;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the feed's thread is: without it the hold-out would never grow. */
@Liveness
@Singleton
class FeedCheck implements HealthCheck {

    private final ImageFeed feed;

    FeedCheck(ImageFeed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("image-feed").status(feed.isRunning()).build();
    }
}

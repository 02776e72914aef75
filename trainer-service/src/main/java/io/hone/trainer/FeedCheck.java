package io.hone.trainer;

import io.hone.feed.ImageFeed;
import io.hone.vision.store.ImageStore;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the feed's thread is: without it nothing new would ever be trained on. */
@Liveness
@Singleton
class FeedCheck implements HealthCheck {

    private final ImageFeed<ImageStore> feed;

    FeedCheck(ImageFeed<ImageStore> feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("image-feed").status(feed.isRunning()).build();
    }
}

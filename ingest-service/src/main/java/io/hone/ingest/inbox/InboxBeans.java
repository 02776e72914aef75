package io.hone.ingest.inbox;

import io.hone.images.ImageDecoder;
import io.hone.ingest.intake.Intake;
import io.hone.ingest.intake.IntakeMetrics;
import io.hone.platform.bucket.Buckets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Puts the inbox together, and watches it where that is wished. */
@ApplicationScoped
class InboxBeans {

    private static final Logger LOG = Logger.getLogger(InboxBeans.class);

    private Optional<InboxWatch> watch = Optional.empty();

    @Produces
    @Singleton
    Inbox inbox(
            Buckets buckets,
            Intake intake,
            ImageDecoder decoder,
            IntakeMetrics intakeMetrics,
            InboxMetrics metrics,
            InboxConfig config) {
        return new Inbox(
                buckets.images(), intake, decoder, intakeMetrics, metrics, Clock.systemUTC(), config.listing());
    }

    void start(@Observes StartupEvent started, Inbox inbox, InboxMetrics metrics, InboxConfig config) {
        if (config.enabled()) {
            InboxWatch watching = new InboxWatch(
                    inbox, metrics, Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "inbox")));
            watching.start(config.every());
            watch = Optional.of(watching);
            LOG.infof("The inbox is looked at every %s", config.every());
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        watch.ifPresent(InboxWatch::close);
    }
}

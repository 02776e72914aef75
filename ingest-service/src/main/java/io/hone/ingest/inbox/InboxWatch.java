package io.hone.ingest.inbox;

import io.hone.ingest.intake.BusyException;
import io.hone.platform.kafka.BrokerAwayException;
import io.hone.registry.store.ObjectStoreException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks into the inbox again and again, on a thread of its own. */
final class InboxWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(InboxWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Inbox inbox;
    private final InboxMetrics metrics;
    private final ScheduledExecutorService thread;
    private boolean stalled;

    InboxWatch(Inbox inbox, InboxMetrics metrics, ScheduledExecutorService thread) {
        this.inbox = inbox;
        this.metrics = metrics;
        this.thread = thread;
    }

    /** @param every how long it pauses between two looks */
    void start(Duration every) {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong, the next look comes: an executor forgets a task that has thrown. */
    void look() {
        try {
            inbox.sweep();
            if (stalled) {
                LOG.info("The inbox is being emptied again");
            }
            stall(false);
        } catch (BrokerAwayException | ObjectStoreException | BusyException e) {
            if (!stalled) {
                LOG.warnf("The inbox waits, and is looked at again: %s", e.getMessage());
            }
            stall(true);
        } catch (RuntimeException | Error e) {
            LOG.error("Looking into the inbox failed, and is tried again", e);
            stall(true);
        }
    }

    private void stall(boolean now) {
        stalled = now;
        metrics.stalled(now);
    }

    /** What is being taken in is finished. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The inbox was left in the middle of an object, which stays there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

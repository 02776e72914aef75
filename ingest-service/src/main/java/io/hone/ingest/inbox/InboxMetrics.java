package io.hone.ingest.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators watch of the inbox. */
@Singleton
public class InboxMetrics {

    private final MeterRegistry meters;
    private final AtomicInteger stalled;

    public InboxMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.stalled = meters.gauge("hone.ingest.inbox.stalled", new AtomicInteger());
    }

    void done() {
        count("done");
    }

    void failed() {
        count("failed");
    }

    private void count(String outcome) {
        Counter.builder("hone.ingest.inbox.objects")
                .description("Objects that were moved out of the bucket's inbox")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    /** 1 while Kafka or the bucket is away, and objects stay where they are. */
    void stalled(boolean now) {
        stalled.set(now ? 1 : 0);
    }
}

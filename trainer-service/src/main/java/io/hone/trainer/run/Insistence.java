package io.hone.trainer.run;

import io.hone.registry.store.ObjectStoreException;
import io.hone.trainer.finetune.RunCancelledException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks bucket and Kafka again until they answer or the run is told to stop: what took hours to train is not thrown away
 * because a server was away for a minute.
 */
final class Insistence {

    private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);

    private final String run;
    private final Cancellation cancellation;
    private final Duration pause;

    Insistence(String run, Cancellation cancellation, Duration pause) {
        this.run = run;
        this.cancellation = cancellation;
        this.pause = pause;
    }

    <T> T on(Supplier<T> request) throws RunCancelledException {
        while (true) {
            try {
                return request.get();
            } catch (ObjectStoreException | KafkaException e) {
                LOG.warn("Run waits, and tries again in {}: {}", pause, e.getMessage());
                if (cancellation.isRequestedWithin(pause)) {
                    throw new RunCancelledException(run, e);
                }
            }
        }
    }

    void onDoing(Runnable request) throws RunCancelledException {
        on(() -> {
            request.run();
            return run;
        });
    }
}

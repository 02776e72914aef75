package io.hone.trainer.run;

import io.hone.contracts.model.ModelName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The device's one place: whoever trains holds it until closed. */
final class RunSlot {

    private final AtomicReference<Taken> current = new AtomicReference<>();

    /** Empty while somebody else holds it. */
    Optional<Taken> tryTake(ModelName model) {
        Taken taken = new Taken(model);
        return current.compareAndSet(null, taken) ? Optional.of(taken) : Optional.empty();
    }

    Optional<Taken> current() {
        return Optional.ofNullable(current.get());
    }

    /** The place, held for a run of one model. */
    final class Taken implements AutoCloseable {

        private final ModelName model;
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean cancelled;

        private Taken(ModelName model) {
            this.model = model;
        }

        ModelName model() {
            return model;
        }

        boolean isCancelled() {
            return cancelled;
        }

        /**
         * Asks the holder to leave and waits until it has.
         *
         * @return false if it is still there after {@code patience}
         */
        boolean cancel(Duration patience) {
            cancelled = true;
            try {
                return released.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            current.compareAndSet(this, null);
            released.countDown();
        }
    }
}

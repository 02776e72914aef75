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
    private volatile boolean shut;

    /** Empty while somebody else holds it, and once it is shut. */
    Optional<Taken> tryTake(ModelName model) {
        Taken taken = new Taken(model);
        return !shut && current.compareAndSet(null, taken) ? Optional.of(taken) : Optional.empty();
    }

    Optional<Taken> current() {
        return Optional.ofNullable(current.get());
    }

    /** Nobody takes it any more. */
    void shut() {
        shut = true;
    }

    /** The place, held for a run of one model. */
    final class Taken implements Cancellation, AutoCloseable {

        private final ModelName model;
        private final CountDownLatch requested = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Taken(ModelName model) {
            this.model = model;
        }

        ModelName model() {
            return model;
        }

        @Override
        public boolean isRequested() {
            return requested.getCount() == 0;
        }

        @Override
        public boolean isRequestedWithin(Duration time) {
            return await(requested, time);
        }

        /**
         * Asks the holder to leave and waits until it has.
         *
         * @return false if it is still there after {@code patience}
         */
        boolean cancel(Duration patience) {
            requested.countDown();
            return await(released, patience);
        }

        @Override
        public void close() {
            current.compareAndSet(this, null);
            released.countDown();
        }

        private static boolean await(CountDownLatch latch, Duration time) {
            try {
                return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}

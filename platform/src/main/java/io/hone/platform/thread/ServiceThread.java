package io.hone.platform.thread;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing for as long as a service runs, such as reading a topic. Work that fails, for whatever reason, is begun
 * again after a pause: a thread that ends silently would be missed when it is too late.
 */
public final class ServiceThread {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceThread.class);

    private final Runnable work;
    private final Duration pause;
    private final Consumer<Throwable> failed;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param work returns soon after {@link #isOpen} says no
     * @param pause after a failure
     * @param failed tells of a failure; not called once the thread is closed
     */
    public ServiceThread(String name, Runnable work, Duration pause, Consumer<Throwable> failed) {
        this.work = work;
        this.pause = pause;
        this.failed = failed;
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (isOpen() && !Thread.currentThread().isInterrupted()) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                if (isOpen()) {
                    failed.accept(e);
                    pause(pause);
                }
            }
        }
    }

    /** Whether the work is to go on. */
    public boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** Lets whoever calls wait, and returns sooner when the thread is closed. */
    public void pause(Duration time) {
        try {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("closed while waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the work come to its end, and waits for that. */
    public void close(Duration patience) {
        closing.countDown();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks off what the work waits for, and waits for its end. */
    public void interrupt(Duration patience) {
        closing.countDown();
        thread.interrupt();
        close(patience);
    }
}

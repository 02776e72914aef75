package io.hone.platform.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ServiceThreadTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> begun = new ArrayBlockingQueue<>(100);

    @Test
    void workThatFailsIsToldOfAndBegunAgain() throws Exception {
        // Given
        Error failure = new NoClassDefFoundError("x");
        ServiceThread thread = new ServiceThread(
                "test",
                () -> {
                    begun.add("begun");
                    if (told.size() < 2) {
                        throw failure;
                    }
                    throw new IllegalStateException();
                },
                AT_ONCE,
                told::add);

        // When
        thread.start();

        // Then
        for (int i = 0; i < 3; i++) {
            assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        thread.close(PATIENCE);
        assertThat(told).startsWith(failure, failure);
    }

    @Test
    void closedItEndsItsPausesAndTellsNothingMore() throws Exception {
        // Given work that waits for a day, then fails
        ServiceThread[] thread = new ServiceThread[1];
        CountDownLatch ended = new CountDownLatch(1);
        thread[0] = new ServiceThread(
                "test",
                () -> {
                    begun.add("begun");
                    thread[0].pause(Duration.ofDays(1));
                    ended.countDown();
                    throw new IllegalStateException("closed under its feet");
                },
                AT_ONCE,
                told::add);
        thread[0].start();
        begun.take();

        // When
        thread[0].close(PATIENCE);

        // Then
        assertThat(ended.getCount()).isZero();
        assertThat(thread[0].isOpen()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void interruptedItBreaksOffWhatItWaitsFor() throws Exception {
        // Given
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch brokenOff = new CountDownLatch(1);
        ServiceThread thread = new ServiceThread(
                "test",
                () -> {
                    begun.add("begun");
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        brokenOff.countDown();
                    }
                },
                AT_ONCE,
                told::add);
        thread.start();
        begun.take();

        // When
        thread.interrupt(PATIENCE);

        // Then
        assertThat(brokenOff.getCount()).isZero();
        assertThat(begun).isEmpty();
    }
}

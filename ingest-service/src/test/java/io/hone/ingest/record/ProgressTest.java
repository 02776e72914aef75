package io.hone.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.hone.contracts.model.ModelName;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProgressTest {

    private static final ModelName MODEL = new ModelName("plants");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Progress progress = new Progress();

    @Test
    void whoRestsGoesOnAsSoonAsSomebodyWaits() throws Exception {
        // Given a reader that has read all there was
        progress.reached(MODEL, 3);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Callable<Boolean> restAndRead = () -> {
                progress.rest(LONG);
                progress.reached(MODEL, 4);
                return true;
            };
            Future<Boolean> read = reader.submit(restAndRead);

            // When
            boolean known = progress.await(MODEL, 4, LONG);

            // Then
            assertThat(known).isTrue();
            assertThat(read.get(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void whatIsNotReadInTimeIsToldSo() throws Exception {
        progress.reached(MODEL, 3);

        assertThat(progress.await(MODEL, 3, Duration.ZERO)).isTrue();
        assertThat(progress.await(MODEL, 4, Duration.ofMillis(5))).isFalse();
        assertThat(progress.await(new ModelName("birds"), 0, Duration.ofMillis(5)))
                .isFalse();
    }
}

package io.hone.ingest.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenRequestsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final OpenRequests requests = new OpenRequests();

    @Test
    void onceClosedNobodyIsLetIn() {
        // Given
        assertThat(requests.begin()).isTrue();

        // When
        int open = requests.close();

        // Then
        assertThat(open).isOne();
        assertThat(requests.isClosed()).isTrue();
        assertThat(requests.begin()).isFalse();
    }

    @Test
    void whoWaitsGoesOnWhenTheLastIsAnswered() throws Exception {
        // Given
        requests.begin();
        requests.begin();
        requests.close();
        CompletableFuture<Integer> unanswered = CompletableFuture.supplyAsync(() -> requests.await(LONG));

        // When one is answered, then the other is waited for
        requests.end();
        assertThat(unanswered).isNotDone();

        // When, then
        requests.end();
        assertThat(unanswered.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void nobodyWaitsForLongerThanHeHasPatience() {
        // Given
        requests.begin();
        requests.close();

        // When, then
        assertThat(requests.await(Duration.ofMillis(50))).isOne();
    }

    @Test
    void withoutAnyThereIsNothingToWaitFor() {
        // Given
        requests.close();

        // When, then
        assertThat(requests.await(LONG)).isZero();
    }
}
